import { randomBelow, randomToken } from '@hz/platform';
import type { MarkingTaskId } from '@hz/kernel';

/**
 * A random UUID (version 4). Not `newId`: the time in a UUIDv7 would tell markers when a script was handed in, and which scripts
 * belong together.
 */
export function newTaskId(): MarkingTaskId {
  const bytes = Buffer.from(randomToken(16), 'base64url');
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    '-',
  ) as MarkingTaskId;
}

/** A random number of twelve digits, "4071-2259-8830": what markers call a script. */
export function newScriptNo(): string {
  const group = () => String(randomBelow(10_000)).padStart(4, '0');
  return [group(), group(), group()].join('-');
}
