import type { IncomingMessage } from 'node:http';
import { MalformedRequest, TooLarge } from '@hz/platform';
import { parse } from 'secure-json-parse';

/** Only a text with one of these, or with an escape that may spell it, needs the careful parser. */
const MAY_REACH_A_PROTOTYPE = /__proto__|constructor|\\u00/;
const JSON_TYPE = /^application\/json *(;|$)/i;

/**
 * The body of a request as JSON. Names that would reach an object's prototype are refused. Rejects with MalformedRequest, with TooLarge
 * when it has more than `limit` bytes.
 */
export function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    refuseUnreadable(request, limit);
    let chunks: Buffer | Buffer[] | undefined;
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limit) reject(new TooLarge());
      else chunks = chunks === undefined ? chunk : Array.isArray(chunks) ? [...chunks, chunk] : [chunks, chunk];
    });
    request.on('end', () => {
      try {
        resolve(jsonOf(Array.isArray(chunks) ? Buffer.concat(chunks) : chunks));
      } catch {
        reject(new MalformedRequest());
      }
    });
    // A sender who breaks off is an error of the stream too.
    request.on('error', () => reject(new MalformedRequest()));
  });
}

function refuseUnreadable({ headers }: IncomingMessage, limit: number): void {
  const { 'content-type': type, 'content-encoding': encoding, 'content-length': length } = headers;
  if (type === undefined || !JSON_TYPE.test(type) || encoding !== undefined) throw new MalformedRequest();
  if (length !== undefined && Number(length) > limit) throw new TooLarge();
}

function jsonOf(bytes: Buffer | undefined): unknown {
  const text = bytes?.toString() ?? '';
  return MAY_REACH_A_PROTOTYPE.test(text) ? parse(text) : JSON.parse(text);
}
