import { randomBytes, randomInt } from 'node:crypto';
import { v7 } from 'uuid';
import type { Brand } from '@hz/kernel';

/** A new UUIDv7 (RFC 9562): unique and roughly in order of time, so that indexes grow at one end. */
export function newId<Id extends Brand<string, string>>(): Id {
  return v7() as Id;
}

/** `bytes` random bytes as base64url: a secret that cannot be guessed. */
export function randomToken(bytes = 32): string {
  return randomBytes(bytes).toString('base64url');
}

/** `bytes` random bytes. */
export function randomSalt(bytes: number): Buffer {
  return randomBytes(bytes);
}

/** A whole number in [0, below), evenly distributed. */
export function randomBelow(below: number): number {
  return randomInt(below);
}
