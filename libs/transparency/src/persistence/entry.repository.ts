import { Injectable } from '@nestjs/common';
import { fromSqlTime, newId, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { LogEntry, LogEntryId } from '../contract';

export type RecordedEntry = LogEntry & { readonly id: LogEntryId };

export interface NewLeaf {
  readonly index: number;
  readonly entryId: LogEntryId;
  readonly bytes: Uint8Array;
}

interface EntryRow {
  id: LogEntryId;
  kind: LogEntry['kind'];
  subject: string;
  commitment: string;
  at: Date;
}
const ENTRY_COLUMNS = 'e.id, e.kind, e.subject, e.commitment, e.at';

@Injectable()
export class EntryRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The id of the new entry; null when there is one already that rules it out. */
  async add(tx: Tx, { kind, subject, commitment, at }: LogEntry): Promise<LogEntryId | null> {
    const [row] = await tx.query<{ id: LogEntryId }[]>(
      `INSERT INTO transparency.entry (id, kind, subject, commitment, at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT DO NOTHING RETURNING id`,
      [newId(), kind, subject, commitment, sqlTime(at)],
    );
    return row?.id ?? null;
  }

  async find(tx: Tx, { kind, subject, commitment }: Omit<LogEntry, 'at'>): Promise<LogEntryId | null> {
    const [row] = await tx.query<{ id: LogEntryId }[]>(
      'SELECT id FROM transparency.entry WHERE subject = $1 AND kind = $2 AND commitment = $3',
      [subject, kind, commitment],
    );
    return row?.id ?? null;
  }

  /** The entry and, once it has one, its place in the log. */
  async byId(id: LogEntryId): Promise<(RecordedEntry & { index: number | null }) | null> {
    const [row] = await this.uow.read.query<(EntryRow & { index: string | null })[]>(
      `SELECT ${ENTRY_COLUMNS}, l.index FROM transparency.entry e
         LEFT JOIN transparency.leaf l ON l.entry_id = e.id WHERE e.id = $1`,
      [id],
    );
    return row === undefined ? null : { ...toEntry(row), index: row.index === null ? null : Number(row.index) };
  }

  /** The subjects of entries of a kind, in byte order. */
  async subjectsWithin(
    kind: LogEntry['kind'],
    { from, upTo }: { readonly from: string; readonly upTo: string | null },
  ): Promise<string[]> {
    const rows = await this.uow.read.query<{ subject: string }[]>(
      `SELECT subject FROM transparency.entry
        WHERE kind = $1 AND subject COLLATE "C" > $2 AND ($3::text IS NULL OR subject COLLATE "C" <= $3)
        ORDER BY subject COLLATE "C"`,
      [kind, from, upTo],
    );
    return rows.map(({ subject }) => subject);
  }

  /** Entries without a leaf, in the order in which they were recorded as far as that can be said. */
  async waiting(tx: Tx, limit: number): Promise<RecordedEntry[]> {
    const rows = await tx.query<EntryRow[]>(
      `SELECT ${ENTRY_COLUMNS} FROM transparency.waiting w JOIN transparency.entry e ON e.id = w.entry_id
        ORDER BY w.entry_id LIMIT $1`,
      [limit],
    );
    return rows.map(toEntry);
  }

  /** Gives entries their leaves; they wait no longer. */
  async addLeaves(tx: Tx, leaves: readonly NewLeaf[]): Promise<void> {
    const ids = leaves.map(({ entryId }) => entryId);
    await tx.query(
      `INSERT INTO transparency.leaf (index, entry_id, bytes)
       SELECT * FROM unnest($1::bigint[], $2::uuid[], $3::bytea[])`,
      [leaves.map(({ index }) => index), ids, leaves.map(({ bytes }) => Buffer.from(bytes))],
    );
    await tx.query('DELETE FROM transparency.waiting WHERE entry_id = ANY ($1::uuid[])', [ids]);
  }

  /** The bytes of the leaves from `start` up to, but not including, `end`. */
  async leaves(start: number, end: number): Promise<Uint8Array[]> {
    const rows = await this.uow.read.query<{ bytes: Buffer }[]>(
      'SELECT bytes FROM transparency.leaf WHERE index >= $1 AND index < $2 ORDER BY index',
      [start, end],
    );
    return rows.map(({ bytes }) => bytes);
  }

  async countWaiting(): Promise<number> {
    const [row] = await this.uow.read.query<{ n: number }[]>('SELECT count(*)::int AS n FROM transparency.waiting');
    return row!.n;
  }
}

function toEntry({ id, kind, subject, commitment, at }: EntryRow): RecordedEntry {
  return { id, kind, subject, commitment, at: fromSqlTime(at) };
}
