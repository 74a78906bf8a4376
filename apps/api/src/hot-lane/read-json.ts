import type { IncomingMessage } from 'node:http';
import { MalformedRequest, TooLarge } from '@hz/platform';
import { parse } from 'secure-json-parse';

/** Only a text with one of these, or with an escape that may spell it, needs the careful parser. */
const MAY_REACH_A_PROTOTYPE = /__proto__|constructor|\\u00/;
const JSON_TYPE = /^application\/json *(;|$)/i;

/**
 * The body of a request as JSON. Names that would reach an object's prototype are refused. Throws MalformedRequest, TooLarge when it
 * has more than `limit` bytes.
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  const { 'content-type': type, 'content-encoding': encoding, 'content-length': length } = request.headers;
  if (type === undefined || !JSON_TYPE.test(type) || encoding !== undefined) throw new MalformedRequest();
  if (Number(length ?? 0) > limit) throw new TooLarge();
  const text = await readText(request, limit);
  try {
    return MAY_REACH_A_PROTOTYPE.test(text) ? parse(text) : JSON.parse(text);
  } catch {
    throw new MalformedRequest();
  }
}

function readText(request: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > limit) reject(new TooLarge());
      else chunks.push(chunk);
    });
    request.on('end', () => resolve((chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)).toString()));
    // A sender who breaks off is an error of the stream too.
    request.on('error', () => reject(new MalformedRequest()));
  });
}
