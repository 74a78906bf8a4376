import { createHash } from 'node:crypto';

export const HASH_BYTES = 32;

const [LEAF, NODE] = [Buffer.of(0), Buffer.of(1)];
const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 6962, section 2.1. */
export const leafHash = (leaf: Uint8Array): Buffer => sha256(LEAF, leaf);
const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/**
 * The right edge of a growing tree: one hash for each one-bit of its size, larger subtrees first. It is all that is needed to grow the
 * tree and to tell its root, so that a monitor asks nobody for a proof.
 */
export class CompactRange {
  constructor(
    public size = 0,
    private readonly subtrees: Buffer[] = [],
  ) {
    if (subtrees.length !== bitsOf(size)) throw new RangeError('not the edge of a tree of this size');
  }

  get hashes(): readonly Buffer[] {
    return this.subtrees;
  }

  copy(): CompactRange {
    return new CompactRange(this.size, [...this.subtrees]);
  }

  append(hash: Buffer): void {
    let grown = hash;
    for (let rest = this.size; rest % 2 === 1; rest = Math.floor(rest / 2))
      grown = nodeHash(this.subtrees.pop()!, grown);
    this.subtrees.push(grown);
    this.size += 1;
  }

  /** RFC 6962: the Merkle tree hash of everything appended; of nothing, the hash of no bytes. */
  root(): Buffer {
    return this.size === 0 ? sha256() : this.subtrees.reduceRight((right, left) => nodeHash(left, right));
  }
}

/** The root that a leaf and its inclusion proof lead to (RFC 9162, section 2.1.3.2); null when the proof has the wrong length. */
export function rootByInclusion(leaf: Buffer, index: number, size: number, proof: readonly Buffer[]): Buffer | null {
  if (index >= size) return null;
  let [at, last, hash] = [index, size - 1, leaf];
  for (const sibling of proof) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = nodeHash(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
    } else {
      hash = nodeHash(hash, sibling);
    }
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? hash : null;
}

function bitsOf(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
