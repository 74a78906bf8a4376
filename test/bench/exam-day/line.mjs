import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '../load.mjs';

/** A line that hangs so long is a broken line, as in the exam room. */
const SLOW_MS = 15_000;
/** A server that has given a connection up says so at once. */
const ENDED_WITHIN_MS = 100;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;
const MS_PER_SECOND = 1_000;
/** What a repetition may change: the server is tired, or asks to wait. */
const PASSING = new Set([429, 500, 502, 503, 504]);

/** A candidate's way to the server: one keep-alive connection, and the same call again, with growing pauses, until it is answered. */
export class Line {
  /** `bases` are the nodes; a line that breaks goes on at the next of them, as behind a load balancer. */
  constructor(bases, first, headers, samples) {
    this.bases = bases;
    this.node = first % bases.length;
    this.headers = headers;
    this.samples = samples;
  }

  /** The answer to a call, however often it has to be made: `{ status, text }`. Its time counts from the first try. */
  async ask(step, method, path, body) {
    const asked = performance.now();
    for (let failures = 0; ; failures += 1) {
      const reply = await this.once(method, path, body);
      if (reply !== null && !PASSING.has(reply.status)) {
        this.samples.answered(step, asked, performance.now());
        if (reply.status >= 400) this.samples.refused(step, `${reply.status} ${reply.text.slice(0, 160)}`);
        return reply;
      }
      this.samples.failed(step, reply === null ? 'no answer' : String(reply.status));
      await pause(
        Math.max(backOff(failures), Number(reply?.retryAfter ?? 0) * MS_PER_SECOND * (1 + Math.random() / 4)),
      );
    }
  }

  close() {
    this.connection?.close();
  }

  /** Null when no whole answer came. A connection that ended while nobody used it is replaced at once, as browsers do. */
  async once(method, path, body) {
    const isUsed = this.connection?.isOpen === true;
    if (!isUsed) this.connection = new Connection(this.bases[this.node]);
    const began = performance.now();
    const reply = await this.over(method, path, body);
    return reply === null && isUsed && performance.now() - began < ENDED_WITHIN_MS
      ? this.over(method, path, body)
      : reply;
  }

  async over(method, path, body) {
    if (!this.connection.isOpen) this.connection = new Connection(this.bases[this.node]);
    let timer;
    const tooLong = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error('too long')), SLOW_MS);
    });
    try {
      return await Promise.race([this.connection.call(method, path, body, this.headers), tooLong]);
    } catch {
      this.connection.close();
      this.node = (this.node + 1) % this.bases.length;
      return null;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** 1, 2, 4 … 30 s, of which chance takes up to half off, so that a room does not come back in one beat. */
function backOff(failures) {
  return Math.min(FIRST_RETRY_MS * 2 ** failures, LAST_RETRY_MS) * (1 - Math.random() / 2);
}
