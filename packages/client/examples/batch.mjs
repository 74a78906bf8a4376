// node examples/batch.mjs < questions.ndjson > results.ndjson
import { Hengzheng } from '../dist/index.js';

let text = '';
for await (const part of process.stdin) text += part;
const client = new Hengzheng({ baseUrl: process.env.HENGZHENG_URL, key: process.env.HENGZHENG_KEY });
const { id } = await client.startBatch(
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line)),
);
for await (const result of client.results(id)) console.log(JSON.stringify(result));
