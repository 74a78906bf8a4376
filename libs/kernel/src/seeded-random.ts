import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A stream of numbers in [0, 1) that follows from `seed` alone: SHA-256 in counter mode, 32 bits a number.
 * Server and browser run this same code, so that both see the same order (P5).
 */
export function seededRandom(seed: string): () => number {
  let counter = 0;
  let block: DataView | null = null;
  let offset = 32;
  return () => {
    if (block === null || offset >= 32) {
      const bytes = sha256(utf8ToBytes(`${seed}:${counter}`));
      block = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      counter += 1;
      offset = 0;
    }
    const value = block.getUint32(offset) / 2 ** 32;
    offset += 4;
    return value;
  };
}

/** A copy of `list` in the order that `seed` gives (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], seed: string): T[] {
  const next = seededRandom(seed);
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const pick = Math.floor(next() * (last + 1));
    [result[last], result[pick]] = [result[pick]!, result[last]!];
  }
  return result;
}
