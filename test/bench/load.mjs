import { Agent, request } from 'node:http';

/** Calls `once(connection, n)` from so many connections for `seconds`; returns figures in milliseconds. */
export async function load(connections, seconds, once) {
  const times = [];
  let failed = 0;
  const until = performance.now() + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let n = 0; performance.now() < until; n += 1) {
        const from = performance.now();
        if (await once(connection, n)) times.push(performance.now() - from);
        else failed += 1;
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return { perSecond: times.length / seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), failed };
}

export function table(title, rows) {
  console.log(`\n${title}`);
  console.log('connections      per s     p50 ms     p95 ms     p99 ms   failed   ratio to floor');
  for (const { connections, figures, ratio } of rows) {
    const cells = [
      figures.perSecond.toFixed(0),
      figures.p50.toFixed(2),
      figures.p95.toFixed(2),
      figures.p99.toFixed(2),
    ];
    const last = ratio === undefined ? '' : ratio.toFixed(2);
    console.log(
      `${String(connections).padStart(11)} ${cells.map((cell) => cell.padStart(10)).join(' ')} ${String(figures.failed).padStart(8)} ${last.padStart(16)}`,
    );
  }
}

/** A JSON caller with keep-alive connections; resolves with status, body and cookie. */
export function caller(base) {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  return (method, path, body, headers = {}) =>
    new Promise((resolve, reject) => {
      const payload = body === undefined ? undefined : JSON.stringify(body);
      const call = request(
        new URL(path, base),
        {
          method,
          agent,
          headers: {
            ...(payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
            ...headers,
          },
        },
        (reply) => {
          let text = '';
          reply.setEncoding('utf8');
          reply.on('data', (chunk) => (text += chunk));
          reply.on('end', () =>
            resolve({ status: reply.statusCode, text, cookie: reply.headers['set-cookie']?.[0]?.split(';')[0] }),
          );
        },
      );
      call.on('error', reject);
      call.end(payload);
    });
}
