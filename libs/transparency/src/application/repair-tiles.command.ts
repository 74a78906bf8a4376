import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '@hz/platform';
import type { CheckpointBody } from '../domain/checkpoint';
import { grownTree } from '../domain/growth';
import { leafHash, sameBytes } from '../domain/merkle-hash';
import type { Tree } from '../domain/proofs';
import { tileKey, tilePath, widthAt, type Tile } from '../domain/tiles';
import { CheckpointRepository } from '../persistence/checkpoint.repository';
import { EntryRepository } from '../persistence/entry.repository';
import { TileRepository, type StoredTile } from '../persistence/tile.repository';
import { LastSigned } from './last-signed';
import { TreeReader } from './tree-reader';

const BATCH = 8_192;

export interface RepairReport {
  readonly leaves: number;
  readonly tiles: number;
  /** The paths of the tiles that were lost or are not what the leaves make them. */
  readonly damaged: readonly string[];
}

/** Builds the tiles anew from the leaves and puts right those that are lost or altered. */
@Injectable()
export class RepairTiles {
  constructor(
    private readonly entries: EntryRepository,
    private readonly tiles: TileRepository,
    private readonly checkpoints: CheckpointRepository,
    private readonly tree: TreeReader,
    private readonly lastSigned: LastSigned,
    private readonly uow: UnitOfWork,
  ) {}

  /**
   * The log does not grow meanwhile; it is read as always. Nothing is written unless the leaves lead to every root that was signed last, in
   * the database and outside of it: else LogDamaged names what to bring back from a backup. `write: false` only looks.
   */
  async run({ write }: { write: boolean }): Promise<RepairReport> {
    const left = await this.lastSigned.read();
    return this.uow.run(async (tx) => {
      await this.checkpoints.lockLog(tx);
      const head = await this.checkpoints.head(tx);
      if (head === null) return { leaves: 0, tiles: 0, damaged: [] };
      return this.rebuild(tx, head, await this.signedRoots(head, left), write);
    });
  }

  /** The trees that must come out, the smallest first and the head last. */
  private async signedRoots(head: CheckpointBody, left: CheckpointBody | null): Promise<Tree[]> {
    const signed = [await this.checkpoints.latest(), left].filter((tree) => tree !== null);
    for (const { size } of signed) {
      if (size > head.size) throw this.tree.damaged(`head: ${size} leaves were signed, it has ${head.size}`);
    }
    return [...signed, head].sort((a, b) => a.size - b.size);
  }

  private async rebuild(tx: Tx, head: Tree, roots: readonly Tree[], write: boolean): Promise<RepairReport> {
    let grown = grownTree(0, [], []);
    let tiles = 0;
    const damaged: string[] = [];
    for (const wanted of roots) {
      while (grown.size < wanted.size) {
        grown = grownTree(
          grown.size,
          grown.edge,
          await this.leaves(grown.size, Math.min(grown.size + BATCH, wanted.size)),
        );
        const done = grown.tiles.filter((tile) => tile.hashes.length === widthAt(head.size, tile) * 32);
        const wrong = await this.unlikeStored(tx, done);
        tiles += done.length;
        damaged.push(...wrong.map(({ level, index }) => `tile/${tilePath(level, index)}`));
        if (write) await this.tiles.replace(tx, wrong);
      }
      // Whatever was written until here goes with the transaction.
      if (!sameBytes(grown.root, wanted.root)) throw this.tree.damaged(`leaves: not the root of ${wanted.size}`);
    }
    return { leaves: head.size, tiles, damaged };
  }

  private async leaves(start: number, end: number): Promise<Uint8Array[]> {
    const leaves = await this.entries.leaves(start, end);
    if (leaves.length !== end - start) throw this.tree.damaged(`leaves: some of ${start} to ${end - 1} are lost`);
    return leaves.map(leafHash);
  }

  private async unlikeStored(tx: Tx, tiles: readonly Tile[]): Promise<Tile[]> {
    const stored = new Map((await this.tiles.byIds(tiles, tx)).map((tile) => [tileKey(tile), tile]));
    return tiles.filter((tile) => !isLike(stored.get(tileKey(tile)), tile));
  }
}

const isLike = (stored: StoredTile | undefined, { hashes }: Tile): boolean =>
  stored !== undefined && stored.isWhole && sameBytes(stored.hashes, hashes);
