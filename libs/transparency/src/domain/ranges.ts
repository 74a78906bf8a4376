import { EMPTY_ROOT, nodeHash, splitOf } from './merkle-hash';

/** The leaves from `start` up to, but not including, `end`, as one subtree of the log. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A perfect subtree: the `index`-th from the left of those with 2^level leaves. */
export interface Node {
  readonly level: number;
  readonly index: number;
}

/** The subtrees whose hashes prove the leaf `index` in a tree of `size` leaves, from the leaf's sibling upwards (RFC 6962, 2.1.1). */
export function inclusionRanges(index: number, size: number): Range[] {
  const path: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    if (index < middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
    }
  }
  return path;
}

/** The subtrees whose hashes prove that a tree of `size` leaves begins with that of `oldSize` leaves (RFC 6962, 2.1.2). */
export function consistencyRanges(oldSize: number, size: number): Range[] {
  if (oldSize === 0 || oldSize === size) return [];
  const path: Range[] = [];
  let [start, end, whole] = [0, size, true];
  while (end !== oldSize) {
    const middle = start + splitOf(end - start);
    if (oldSize <= middle) {
      path.unshift({ start: middle, end });
      end = middle;
    } else {
      path.unshift({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  return whole ? path : [{ start, end }, ...path];
}

/** A range as perfect subtrees, from left to right; each is smaller than the one before it. */
export function nodesOf({ start, end }: Range): Node[] {
  const nodes: Node[] = [];
  for (let from = start; from < end;) {
    let level = 0;
    while (from % (2 * 2 ** level) === 0 && from + 2 * 2 ** level <= end) level += 1;
    nodes.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return nodes;
}

/** The Merkle tree hash of a range, by the hashes of its perfect subtrees. */
export function hashOfRange(range: Range, hashOf: (node: Node) => Uint8Array): Uint8Array {
  const hashes = nodesOf(range).map(hashOf);
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));
}
