import { Injectable } from '@nestjs/common';
import { fromSqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { ChainedEntry } from '../domain/chain';

interface EntryRow {
  id: string;
  at: Date;
  actor: string;
  action: string;
  object_type: string;
  object_id: string;
  details: unknown;
}
type LinkRow = EntryRow & { no: string; previous_hash: string; hash: string };

const CHAIN_LOCK = 7_304_121;
const ENTRY_COLUMNS = 'e.id, e.at, e.actor, e.action, e.object_type, e.object_id, e.details';

@Injectable()
export class ChainRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The head of the chain, locked so that links are written by one process at a time. */
  async lockHead(tx: Tx): Promise<{ no: number; hash: string } | null> {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [CHAIN_LOCK]);
    const [row] = await tx.query<{ no: string; hash: string }[]>(
      'SELECT no, hash FROM audit.link ORDER BY no DESC LIMIT 1',
    );
    return row === undefined ? null : { no: Number(row.no), hash: row.hash };
  }

  async unlinked(tx: Tx, limit: number): Promise<Omit<ChainedEntry, 'no'>[]> {
    const rows = await tx.query<EntryRow[]>(
      `SELECT ${ENTRY_COLUMNS} FROM audit.entry e LEFT JOIN audit.link l ON l.entry_id = e.id
        WHERE l.no IS NULL ORDER BY e.at, e.id LIMIT $1`,
      [limit],
    );
    return rows.map(toEntry);
  }

  async append(tx: Tx, links: { no: number; entryId: string; previousHash: string; hash: string }[]): Promise<void> {
    await tx.query(
      `INSERT INTO audit.link (no, entry_id, previous_hash, hash)
       SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::text[], $4::text[])`,
      [links.map((l) => l.no), links.map((l) => l.entryId), links.map((l) => l.previousHash), links.map((l) => l.hash)],
    );
  }

  /** Up to `limit` links after number `no`, each with the entry that it covers. */
  async linksAfter(no: number, limit: number) {
    const rows = await this.uow.read.query<LinkRow[]>(
      `SELECT l.no, l.previous_hash, l.hash, ${ENTRY_COLUMNS} FROM audit.link l JOIN audit.entry e ON e.id = l.entry_id
        WHERE l.no > $1 ORDER BY l.no LIMIT $2`,
      [no, limit],
    );
    return rows.map((row) => ({
      no: Number(row.no),
      ...toEntry(row),
      previousHash: row.previous_hash,
      hash: row.hash,
    }));
  }

  async countUnlinked(): Promise<number> {
    const [row] = await this.uow.read.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM audit.entry e WHERE NOT EXISTS (SELECT 1 FROM audit.link l WHERE l.entry_id = e.id)',
    );
    return row!.n;
  }
}

function toEntry(row: EntryRow): Omit<ChainedEntry, 'no'> {
  return {
    id: row.id,
    at: fromSqlTime(row.at),
    actor: row.actor,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    details: row.details,
  };
}
