import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/**
 * A keep-alive HTTP/1.1 connection that costs little itself, so that a measurement on few cores shows the server and not the driver.
 * One call at a time; replies must carry a content length.
 */
export class Connection {
  constructor(base) {
    const { hostname, port, host } = new URL(base);
    this.host = host;
    this.socket = connect(Number(port), hostname);
    this.socket.setNoDelay(true);
    this.received = Buffer.alloc(0);
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.fail?.(error));
    this.socket.on('close', () => this.fail?.(new Error('the connection was closed')));
  }

  /** Resolves with status, bytes and text, the login cookie that the reply sets, and the seconds that it asks to wait. */
  call(method, path, body, headers = {}) {
    const payload = body === undefined ? '' : JSON.stringify(body);
    const lines = [`${method} ${path} HTTP/1.1`, `host: ${this.host}`];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (body !== undefined)
      lines.push('content-type: application/json', `content-length: ${Buffer.byteLength(payload)}`);
    return new Promise((resolve, reject) => {
      this.done = resolve;
      this.fail = reject;
      this.socket.write(`${lines.join('\r\n')}\r\n\r\n${payload}`);
    });
  }

  /** Whether another call may be made on it. */
  get isOpen() {
    return !this.socket.destroyed;
  }

  close() {
    this.fail = undefined;
    this.socket.destroy();
  }

  take(chunk) {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const end = this.received.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.received.toString('latin1', 0, end);
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
    if (this.received.length < end + 4 + length) return;
    const bytes = this.received.subarray(end + 4, end + 4 + length);
    this.received = this.received.subarray(end + 4 + length);
    const cookie = /\r\nset-cookie: ([^;\r]+)/i.exec(head)?.[1];
    const retryAfter = /\r\nretry-after: (\d+)/i.exec(head)?.[1];
    this.fail = undefined;
    this.done({ status: Number(head.slice(9, 12)), bytes, text: bytes.toString(), cookie, retryAfter });
  }
}

const TICK_MS = 10;

/** The processor time in ms that a process has used; 0 where the system does not tell. Noise by other processes is not in it. */
export function processorTime(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
  } catch {
    return 0;
  }
}

/** The figures of samples taken under the same conditions: calls per second, percentiles and processor time per call in ms. */
export function figuresOf(samples) {
  const times = samples.flatMap((sample) => sample.times).sort((a, b) => a - b);
  const sum = (key) => samples.reduce((total, sample) => total + sample[key], 0);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;
  return {
    perSecond: times.length / sum('seconds'),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    processor: sum('processor') / times.length,
    failed: sum('failed'),
  };
}

/**
 * Calls `once(connection, index, n)` of the server at `base`, whose process is `pid`, from so many connections at a time, for `seconds` or until it resolves with null.
 * It resolves with whether the call went well. Gives back
 * one sample.
 */
export async function load({ base, pid }, connections, seconds, once) {
  const times = [];
  let failed = 0;
  const before = processorTime(pid);
  const from = performance.now();
  const until = from + seconds * 1_000;
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const connection = new Connection(base);
      for (let n = 0; performance.now() < until; n += 1) {
        const asked = performance.now();
        const went = await once(connection, index, n);
        if (went === null) break;
        if (went) times.push(performance.now() - asked);
        else failed += 1;
      }
      connection.close();
    }),
  );
  return { times, failed, seconds: (performance.now() - from) / 1_000, processor: processorTime(pid) - before };
}

export function table(title, rows, ratioTo) {
  console.log(`\n${title}`);
  console.log(
    `connections      per s     p50 ms     p95 ms     p99 ms     cpu ms   failed${ratioTo === undefined ? '' : `   ratio to ${ratioTo}`}`,
  );
  for (const { connections, figures, ratio } of rows) {
    const cells = [figures.perSecond, figures.p50, figures.p95, figures.p99, figures.processor].map((cell, column) =>
      cell.toFixed(column === 0 ? 0 : 2).padStart(10),
    );
    console.log(
      `${String(connections).padStart(11)} ${cells.join(' ')} ${String(figures.failed).padStart(8)} ${ratio === undefined ? '' : ratio.toFixed(2).padStart(10)}`,
    );
  }
}
