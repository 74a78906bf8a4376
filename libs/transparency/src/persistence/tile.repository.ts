import { Injectable } from '@nestjs/common';
import { sha256Bytes } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { sameBytes } from '../domain/merkle-hash';
import type { Tile, TileId } from '../domain/tiles';

/** A tile as it is stored; `isWhole` is false when its bytes no longer have the digest that was written with them. */
export interface StoredTile extends Tile {
  readonly isWhole: boolean;
  readonly digest: Uint8Array;
}

interface TileRow {
  level: number;
  index: string;
  hashes: Buffer;
  digest: Buffer;
}

@Injectable()
export class TileRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async byIds(ids: readonly TileId[], read: Pick<Tx, 'query'> = this.uow.read): Promise<StoredTile[]> {
    if (ids.length === 0) return [];
    const rows = await read.query<TileRow[]>(
      `SELECT t.level, t.index, t.hashes, t.digest FROM transparency.tile t
         JOIN unnest($1::smallint[], $2::bigint[]) AS asked (level, index) USING (level, index)`,
      [ids.map(({ level }) => level), ids.map(({ index }) => index)],
    );
    return rows.map(toTile);
  }

  /** Writes tiles that are new or longer. */
  async save(tx: Tx, tiles: readonly Tile[]): Promise<void> {
    await tx.query(
      `INSERT INTO transparency.tile (level, index, hashes, digest)
       SELECT * FROM unnest($1::smallint[], $2::bigint[], $3::bytea[], $4::bytea[])
       ON CONFLICT (level, index) DO UPDATE SET hashes = EXCLUDED.hashes, digest = EXCLUDED.digest`,
      columnsOf(tiles),
    );
  }

  /**
   * Writes tiles over whatever stands there, past the rule that a tile only grows: for whoever holds the lock of the log and has proven them
   * by what was signed. The rule is back before the transaction ends, and other writers wait for it.
   */
  async replace(tx: Tx, tiles: readonly Tile[]): Promise<void> {
    if (tiles.length === 0) return;
    await tx.query('ALTER TABLE transparency.tile DISABLE TRIGGER tile_only_grows');
    await this.save(tx, tiles);
    await tx.query('ALTER TABLE transparency.tile ENABLE TRIGGER tile_only_grows');
  }
}

function columnsOf(tiles: readonly Tile[]): unknown[] {
  return [
    tiles.map(({ level }) => level),
    tiles.map(({ index }) => index),
    tiles.map(({ hashes }) => Buffer.from(hashes)),
    tiles.map(({ hashes }) => Buffer.from(sha256Bytes(hashes))),
  ];
}

function toTile({ level, index, hashes, digest }: TileRow): StoredTile {
  return { level, index: Number(index), hashes, digest, isWhole: sameBytes(sha256Bytes(hashes), digest) };
}
