import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '@hz/platform';
import type { SessionId } from '@hz/kernel';
import type { ArchivedSave } from '../domain/log-archive';

const PAGE = 5_000;
const LOCK_PATIENCE = '2s';

export interface PartitionRow {
  readonly name: string;
  readonly sessions: number;
  readonly attached: boolean;
  readonly archiveDigest: string | null;
  readonly archiveRows: number | null;
}

/** The partition of a session on its way out of the database and back. */
@Injectable()
export class LogArchiveRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async partition(sessionId: SessionId): Promise<PartitionRow | null> {
    const [row] = await this.uow.read.query<PartitionRow[]>(
      `SELECT p.name, (SELECT count(*)::int FROM delivery.log_partition o WHERE o.name = p.name) AS sessions,
              EXISTS (SELECT 1 FROM pg_inherits i WHERE i.inhparent = 'delivery.response_log'::regclass
                         AND i.inhrelid = to_regclass('delivery.' || quote_ident(p.name))) AS attached,
              p.archive_digest AS "archiveDigest", p.archive_rows::int AS "archiveRows"
         FROM delivery.log_partition p WHERE p.session_id = $1`,
      [sessionId],
    );
    return row ?? null;
  }

  async count(sessionId: SessionId): Promise<number> {
    const sql = 'SELECT count(*)::int AS n FROM delivery.response_log WHERE session_id = $1';
    const [row] = await this.uow.read.query<{ n: number }[]>(sql, [sessionId]);
    return row!.n;
  }

  /** All saves of the session in the order of the key, read page by page. */
  async *saves(sessionId: SessionId): AsyncIterable<ArchivedSave> {
    let [attemptId, seq] = ['00000000-0000-0000-0000-000000000000', 0];
    for (;;) {
      const page = await this.uow.read.query<ArchivedSave[]>(
        `SELECT attempt_id AS "attemptId", seq, item_ref AS "itemRef", value::text AS value, late,
                to_char(received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "receivedAt"
           FROM delivery.response_log WHERE session_id = $1 AND (attempt_id, seq) > ($2::uuid, $3::int)
          ORDER BY attempt_id, seq LIMIT ${PAGE}`,
        [sessionId, attemptId, seq],
      );
      yield* page;
      const last = page.at(-1);
      if (last === undefined) return;
      ({ attemptId, seq } = last);
    }
  }

  /**
   * Takes the partition out of the log and away; what is written of it stands in the archive. Saves of other sessions wait for this
   * moment, so that it gives up when it cannot have the lock soon.
   */
  async drop(tx: Tx, sessionId: SessionId, { name }: PartitionRow, digest: string, rows: number): Promise<void> {
    await tx.query(`SET LOCAL lock_timeout = '${LOCK_PATIENCE}'`);
    await tx.query(`ALTER TABLE delivery.response_log DETACH PARTITION delivery.${name}`);
    await tx.query(`DROP TABLE delivery.${name}`);
    await tx.query(
      'UPDATE delivery.log_partition SET archived_at = clock_timestamp(), archive_digest = $2, archive_rows = $3 WHERE session_id = $1',
      [sessionId, digest, rows],
    );
  }

  /** A partition of its own for what comes back; it is attached by `attach` when all is there. */
  async make(tx: Tx, sessionId: SessionId): Promise<void> {
    await tx.query('SELECT delivery.make_log_partition($1)', [sessionId]);
  }

  async add(tx: Tx, sessionId: SessionId, { name }: PartitionRow, saves: readonly ArchivedSave[]): Promise<void> {
    await tx.query(
      `INSERT INTO delivery.${name} (session_id, attempt_id, seq, item_ref, value, late, received_at)
       SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::text[], $5::jsonb[], $6::boolean[], $7::timestamptz[])`,
      [
        sessionId,
        saves.map(({ attemptId }) => attemptId),
        saves.map(({ seq }) => seq),
        saves.map(({ itemRef }) => itemRef),
        saves.map(({ value }) => value),
        saves.map(({ late }) => late),
        saves.map(({ receivedAt }) => receivedAt),
      ],
    );
  }

  async attach(tx: Tx, sessionId: SessionId, { name }: PartitionRow): Promise<void> {
    await tx.query(
      `ALTER TABLE delivery.response_log ATTACH PARTITION delivery.${name} FOR VALUES IN ('${sessionId}')`,
    );
    await tx.query(
      'UPDATE delivery.log_partition SET archived_at = NULL, archive_digest = NULL, archive_rows = NULL WHERE session_id = $1',
      [sessionId],
    );
  }
}
