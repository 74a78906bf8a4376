import { EMPTY_ROOT, HASH_BYTES, nodeHash, sameBytes } from './merkle-hash';

export interface Tree {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Whether `proof` shows that the leaf with this hash is the `index`-th of the tree (RFC 9162, 2.1.3.2; the trees are those of RFC 6962). */
export function isIncluded(hash: Uint8Array, index: number, proof: readonly Uint8Array[], tree: Tree): boolean {
  if (!isCount(index) || !isCount(tree.size) || index >= tree.size || !areHashes([hash, ...proof])) return false;
  let [at, last, computed] = [index, tree.size - 1, hash];
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      computed = nodeHash(sibling, computed);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      computed = nodeHash(computed, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(computed, tree.root);
}

/** Whether `proof` shows that the tree `to` begins with the leaves of the tree `from` (RFC 9162, 2.1.4.2). */
export function isConsistent(from: Tree, to: Tree, proof: readonly Uint8Array[]): boolean {
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size || !areHashes(proof)) return false;
  if (from.size === to.size) return proof.length === 0 && sameBytes(from.root, to.root);
  if (from.size === 0) return proof.length === 0 && sameBytes(from.root, EMPTY_ROOT);
  const isPerfect = 2 ** Math.round(Math.log2(from.size)) === from.size;
  const [first, ...rest] = isPerfect ? [from.root, ...proof] : proof;
  if (first === undefined) return false;
  return foldsToBoth(first, rest, from, to);
}

function foldsToBoth(first: Uint8Array, rest: readonly Uint8Array[], from: Tree, to: Tree): boolean {
  let [at, last] = [from.size - 1, to.size - 1];
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let [oldRoot, newRoot] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [oldRoot, newRoot] = [nodeHash(hash, oldRoot), nodeHash(hash, newRoot)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, half(last)];
    } else {
      newRoot = nodeHash(newRoot, hash);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameBytes(oldRoot, from.root) && sameBytes(newRoot, to.root);
}

const half = (n: number): number => Math.floor(n / 2);
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const areHashes = (hashes: readonly Uint8Array[]): boolean => hashes.every(({ length }) => length === HASH_BYTES);
