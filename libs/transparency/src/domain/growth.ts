import { HASH_BYTES } from './merkle-hash';
import type { Tree } from './proofs';
import { hashOfRange } from './ranges';
import { edgeOf, hashWithin, placeOf, TILE_WIDTH, tileKey, type Tile } from './tiles';

/**
 * The tiles that are new or longer after `leaves` (hashes) were added to a tree of `size`, level by level from the left. `edge`: its tiles
 * that are not full (`edgeOf`). Throws when one of them is missing.
 */
export function grownTiles(size: number, edge: readonly Tile[], leaves: readonly Uint8Array[]): Tile[] {
  const partial = new Map(edge.map((tile) => [tileKey(tile), tile]));
  const grown: Tile[] = [];
  let added = leaves;
  for (let level = 0; added.length > 0; level += 1) {
    const count = Math.floor(size / TILE_WIDTH ** level);
    const begun = count % TILE_WIDTH === 0 ? null : { level, index: Math.floor(count / TILE_WIDTH) };
    const before = begun === null ? undefined : partial.get(tileKey(begun));
    if (begun !== null && before === undefined) throw new Error(`tile ${tileKey(begun)} is missing`);
    const hashes = joined(before?.hashes ?? new Uint8Array(), added);
    const tiles = cut(level, Math.floor(count / TILE_WIDTH), hashes);
    grown.push(...tiles);
    added = tiles.filter((tile) => tile.hashes.length === TILE_WIDTH * HASH_BYTES).map((tile) => hashWithin(tile));
  }
  return grown;
}

export interface GrownTree extends Tree {
  /** New or longer. */
  readonly tiles: readonly Tile[];
  /** At the right edge and not full: what the tree grows on from here. */
  readonly edge: readonly Tile[];
}

/** A tree of `size` with `leaves` (hashes) added. Throws when a tile of `edge` is missing. */
export function grownTree(size: number, edge: readonly Tile[], leaves: readonly Uint8Array[]): GrownTree {
  const tiles = grownTiles(size, edge, leaves);
  const newSize = size + leaves.length;
  const known = edgeAfter(newSize, edge, tiles);
  const root = hashOfRange({ start: 0, end: newSize }, (node) => {
    const { tile, at, count } = placeOf(node);
    return hashWithin(known.get(tileKey(tile))!, at, count);
  });
  return { size: newSize, root, tiles, edge: [...known.values()] };
}

/** The tiles at the right edge after growth, by which its root is known. */
function edgeAfter(newSize: number, edge: readonly Tile[], grown: readonly Tile[]): Map<string, Tile> {
  const known = new Map([...edge, ...grown].map((tile) => [tileKey(tile), tile]));
  return new Map(edgeOf(newSize).map((id) => [tileKey(id), known.get(tileKey(id))!]));
}

function cut(level: number, firstIndex: number, hashes: Uint8Array): Tile[] {
  const bytes = TILE_WIDTH * HASH_BYTES;
  return Array.from({ length: Math.ceil(hashes.length / bytes) }, (_, no) => ({
    level,
    index: firstIndex + no,
    hashes: hashes.subarray(no * bytes, (no + 1) * bytes),
  }));
}

function joined(first: Uint8Array, rest: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(first.length + rest.length * HASH_BYTES);
  all.set(first);
  rest.forEach((hash, no) => all.set(hash, first.length + no * HASH_BYTES));
  return all;
}
