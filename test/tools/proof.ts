// Written from the description of the API and not with the server's own functions, so that both would have to be wrong in the same way.
import { createHash, createHmac } from 'node:crypto';
import { canonicalJson, type ResponseValue } from '@hz/kernel';

/** SHA-256 of the canonical JSON (RFC 8785), in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

interface Sent {
  readonly seq: number;
  readonly value: ResponseValue;
}

/** Whether this acknowledgement was made by the server for this very value under this very number. */
export function isGenuine(
  macKey: string,
  attemptId: string,
  { seq, value }: Sent,
  ack: { readonly seq: number; readonly mac: string } | undefined,
): boolean {
  const text = `${attemptId}:${seq}:${digestOf(value)}`;
  return ack?.seq === seq && ack.mac === createHmac('sha256', macKey).update(text).digest('hex');
}
