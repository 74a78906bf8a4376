import { createHash } from 'node:crypto';

/** A source of chance that gives the same numbers for the same words: mulberry32 over their hash. */
export class Chance {
  private state: number;

  constructor(...words: (string | number)[]) {
    this.state = createHash('sha256').update(words.join(' ')).digest().readUInt32LE();
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let bits = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  oneOf<T>(list: readonly T[]): T {
    return list[this.between(0, list.length - 1)]!;
  }
}
