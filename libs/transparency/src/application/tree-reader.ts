import { Injectable, Logger } from '@nestjs/common';
import { Metrics, type Tx } from '@hz/platform';
import { LogDamaged, LogPartNotFound } from '../contract';
import type { Tree } from '../domain/proofs';
import { isConsistent, isIncluded } from '../domain/proofs';
import { consistencyRanges, hashOfRange, inclusionRanges, nodesOf, type Node, type Range } from '../domain/ranges';
import { hashAt, hashWithin, placeOf, tileKey, tilePath, widthAt, type Tile, type TileId } from '../domain/tiles';
import { TileRepository } from '../persistence/tile.repository';

/** Reads hashes of the tree out of its tiles, and serves none that is not what was signed. */
@Injectable()
export class TreeReader {
  private readonly log = new Logger('transparency');

  constructor(
    private readonly tiles: TileRepository,
    private readonly metrics: Metrics,
  ) {}

  /** Each tile cut to the width that it has in a tree of `size`. Throws LogDamaged, LogPartNotFound. */
  async read(ids: readonly TileId[], size: number, read?: Pick<Tx, 'query'>): Promise<Map<string, Tile>> {
    const stored = new Map((await this.tiles.byIds(ids, read)).map((tile) => [tileKey(tile), tile]));
    return new Map(
      ids.map((id) => {
        const tile = stored.get(tileKey(id));
        const bytes = widthAt(size, id) * 32;
        if (bytes === 0) throw new LogPartNotFound({ part: nameOf(id) });
        if (tile === undefined || !tile.isWhole || tile.hashes.length < bytes) throw this.damaged(nameOf(id));
        return [tileKey(id), { ...id, hashes: tile.hashes.subarray(0, bytes) }];
      }),
    );
  }

  /** The hashes of subtrees of a tree of `size`, read by one query however large the tree is. */
  async hashesOf(ranges: readonly Range[], size: number): Promise<Uint8Array[]> {
    const places = new Map(ranges.flatMap(nodesOf).map((node) => [tileKey(placeOf(node).tile), placeOf(node).tile]));
    const tiles = await this.read([...places.values()], size);
    return ranges.map((range) => hashOfRange(range, (node) => hashOfNode(tiles, node)));
  }

  /** The path from a leaf to the root. Throws LogDamaged when what is stored does not lead there. */
  async inclusionProof(index: number, tree: Tree): Promise<Uint8Array[]> {
    const leaf = { start: index, end: index + 1 };
    const [hash, ...proof] = await this.hashesOf([leaf, ...inclusionRanges(index, tree.size)], tree.size);
    if (!isIncluded(hash!, index, proof, tree)) throw this.damaged(`proof of ${index} in ${tree.size}`);
    return proof;
  }

  /** Throws LogDamaged when the tree `to` does not begin with the tree `from`. */
  async consistencyProof(from: Tree, to: Tree): Promise<Uint8Array[]> {
    const proof = await this.hashesOf(consistencyRanges(from.size, to.size), to.size);
    if (!isConsistent(from, to, proof)) throw this.damaged(`consistency of ${from.size} with ${to.size}`);
    return proof;
  }

  /** Says so where operators look, by log and by figure. */
  damaged(part: string): LogDamaged {
    this.log.error({ damaged: part });
    this.metrics.counter('hz_log_damage_found_total', 'Parts of the transparency log found damaged').inc();
    return new LogDamaged({ part });
  }
}

function hashOfNode(tiles: ReadonlyMap<string, Tile>, node: Node): Uint8Array {
  const { tile: id, at, count } = placeOf(node);
  const tile = tiles.get(tileKey(id))!;
  return count === 1 ? hashAt(tile, at) : hashWithin(tile, at, count);
}

const nameOf = ({ level, index }: TileId): string => `tile/${tilePath(level, index)}`;
