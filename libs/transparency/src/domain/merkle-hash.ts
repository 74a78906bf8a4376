import { sha256Bytes } from '@hz/kernel';

/** RFC 6962, section 2.1: the first byte keeps a leaf from passing for a node. */
const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

export const HASH_BYTES = 32;
export const EMPTY_ROOT: Uint8Array = sha256Bytes();

export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256Bytes(LEAF, leaf);
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256Bytes(NODE, left, right);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

/** The largest power of two that is smaller than `n` (n > 1): where RFC 6962 parts a tree of `n` leaves. */
export function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}
