// node examples/receive-webhooks.mjs: listens on PORT for what the platform sends
import { createServer } from 'node:http';
import { verifyWebhook } from '../dist/index.js';

const seen = new Set();
createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  try {
    const message = await verifyWebhook({ headers: request.headers, body }, process.env.HENGZHENG_SECRET);
    if (!seen.has(message.id)) console.log(message.type, message.data.number ?? '');
    seen.add(message.id);
    response.writeHead(204).end();
  } catch {
    response.writeHead(400).end();
  }
}).listen(Number(process.env.PORT ?? 8080));
