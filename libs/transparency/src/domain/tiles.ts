import { HASH_BYTES, nodeHash } from './merkle-hash';
import type { Node } from './ranges';

/** C2SP tlog-tiles: a tile is up to 256 hashes of one height, and stands for a subtree of height 8. */
export const TILE_HEIGHT = 8;
export const TILE_WIDTH = 256;
export const TOP_LEVEL = 63;

export interface TileId {
  readonly level: number;
  readonly index: number;
}

/** A tile and what of it there is: `hashes` one after the other, 32 bytes each. */
export interface Tile extends TileId {
  readonly hashes: Uint8Array;
}

export const widthOf = (tile: Pick<Tile, 'hashes'>): number => tile.hashes.length / HASH_BYTES;

/** How many hashes the tile has in a tree of `size` leaves; 0 when it is not there. */
export function widthAt(size: number, { level, index }: TileId): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

/** The tiles at the right edge that are not full; their hashes are what a tree grows on. */
export function edgeOf(size: number): TileId[] {
  const edge: TileId[] = [];
  for (let level = 0; TILE_WIDTH ** level <= size; level += 1) {
    const hashes = Math.floor(size / TILE_WIDTH ** level);
    if (hashes % TILE_WIDTH > 0) edge.push({ level, index: Math.floor(hashes / TILE_WIDTH) });
  }
  return edge;
}

export function hashAt({ hashes }: Pick<Tile, 'hashes'>, at: number): Uint8Array {
  return hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
}

/** Which hashes of which tile are the leaves of a perfect subtree. */
export function placeOf({ level, index }: Node): { tile: TileId; at: number; count: number } {
  const count = 2 ** (level % TILE_HEIGHT);
  const first = index * count;
  const tile = { level: Math.floor(level / TILE_HEIGHT), index: Math.floor(first / TILE_WIDTH) };
  return { tile, at: first % TILE_WIDTH, count };
}

/** The Merkle tree hash of `count` (a power of two) hashes of a tile. */
export function hashWithin(tile: Pick<Tile, 'hashes'>, at = 0, count = TILE_WIDTH): Uint8Array {
  let row = Array.from({ length: count }, (_, no) => hashAt(tile, at + no));
  while (row.length > 1) {
    row = Array.from({ length: row.length / 2 }, (_, no) => nodeHash(row[2 * no]!, row[2 * no + 1]!));
  }
  return row[0]!;
}

export const tileKey = ({ level, index }: TileId): string => `${level}/${index}`;

/** The path below `tile/`: index 1234067 of level 0 is `0/x001/x234/067`, its first 5 hashes are `0/x001/x234/067.p/5`. */
export function tilePath(level: number | 'entries', index: number, width = TILE_WIDTH): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g)!;
  const path = groups.map((group, no) => (no < groups.length - 1 ? `x${group}` : group)).join('/');
  return `${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}

export interface AskedTile {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

const LEVEL = '(entries|\\d|[1-5]\\d|6[0-3])';
const PATH = new RegExp(`^${LEVEL}/((?:x\\d{3}/){0,4}\\d{3})(?:\\.p/([1-9]\\d{0,2}))?$`);

/** What a path asks for; null when it is not the one spelling of it. */
export function parseTilePath(path: string): AskedTile | null {
  const [, level, groups, partial] = PATH.exec(path) ?? [];
  if (level === undefined || groups === undefined) return null;
  const asked: AskedTile = {
    level: level === 'entries' ? level : Number(level),
    index: Number(groups.replaceAll(/[x/]/g, '')),
    width: partial === undefined ? TILE_WIDTH : Number(partial),
  };
  return tilePath(asked.level, asked.index, asked.width) === path ? asked : null;
}
