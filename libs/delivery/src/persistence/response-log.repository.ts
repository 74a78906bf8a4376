import { Injectable } from '@nestjs/common';
import { Gathered, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { AttemptId, Instant, ResponseValue, SessionId } from '@hz/kernel';
import type { EntityManager } from 'typeorm';

export interface LoggedResponse {
  readonly itemRef: string;
  readonly seq: number;
  readonly value: ResponseValue;
  readonly late: boolean;
  readonly savedAt: number;
}

interface LogRow {
  attempt_id: AttemptId;
  item_ref: string;
  seq: number;
  value: ResponseValue;
  late: boolean;
  received_at: Date;
}

/** The response log, for reading; it is written by the group commit alone. */
@Injectable()
export class ResponseLogRepository {
  private readonly lastSeqs = new Gathered<string, number>((places) => lastSeqsOf(this.uow.read, places));

  constructor(private readonly uow: UnitOfWork) {}

  /** The newest response to each item, by item ref: the highest sequence wins. */
  async newest(sessionId: SessionId, attemptId: AttemptId): Promise<LoggedResponse[]> {
    return (await this.newestOf(this.uow.read, sessionId, [attemptId])).get(attemptId) ?? [];
  }

  /** The same for many attempts of a session, by attempt; one that saved nothing is left out. */
  async newestOf(
    manager: EntityManager,
    sessionId: SessionId,
    attemptIds: readonly AttemptId[],
  ): Promise<Map<AttemptId, LoggedResponse[]>> {
    const rows = await manager.query<LogRow[]>(
      `SELECT DISTINCT ON (attempt_id, item_ref) attempt_id, item_ref, seq, value, late, received_at FROM delivery.response_log
        WHERE session_id = $1 AND attempt_id = ANY ($2) ORDER BY attempt_id, item_ref, seq DESC`,
      [sessionId, attemptIds],
    );
    const found = new Map<AttemptId, LoggedResponse[]>();
    for (const { attempt_id, item_ref, seq, value, late, received_at } of rows) {
      const response = { itemRef: item_ref, seq, value, late, savedAt: received_at.getTime() };
      const known = found.get(attempt_id);
      if (known === undefined) found.set(attempt_id, [response]);
      else known.push(response);
    }
    return found;
  }

  /** What is logged under these numbers. */
  async numbered(
    tx: Tx,
    sessionId: SessionId,
    attemptId: AttemptId,
    seqs: readonly number[],
  ): Promise<LoggedResponse[]> {
    const rows = await tx.query<LogRow[]>(
      `SELECT item_ref, seq, value, late, received_at FROM delivery.response_log
        WHERE session_id = $1 AND attempt_id = $2 AND seq = ANY ($3)`,
      [sessionId, attemptId, seqs],
    );
    return rows.map(({ item_ref, seq, value, late, received_at }) => ({
      itemRef: item_ref,
      seq,
      value,
      late,
      savedAt: received_at.getTime(),
    }));
  }

  /** Adds responses of an attempt that the caller holds FOR UPDATE, so that no save comes between. */
  async append(
    tx: Tx,
    of: { sessionId: SessionId; attemptId: AttemptId },
    responses: readonly LoggedResponse[],
  ): Promise<void> {
    await tx.query(
      `INSERT INTO delivery.response_log (session_id, attempt_id, item_ref, seq, value, late, received_at)
       SELECT $1, $2, * FROM unnest($3::text[], $4::int[], $5::jsonb[], $6::boolean[], $7::timestamptz[])`,
      [
        of.sessionId,
        of.attemptId,
        responses.map(({ itemRef }) => itemRef),
        responses.map(({ seq }) => seq),
        responses.map(({ value }) => JSON.stringify(value)),
        responses.map(({ late }) => late),
        responses.map(({ savedAt }) => sqlTime(savedAt as Instant)),
      ],
    );
  }

  /** The newest number; 0 where nothing is saved. Each page asks at each beat, so that many are answered by one query. */
  async lastSeq(sessionId: SessionId, attemptId: AttemptId): Promise<number> {
    return (await this.lastSeqs.find(`${sessionId} ${attemptId}`)) ?? 0;
  }

  /** The same inside a transaction, with what it has written. */
  async lastSeqIn(tx: Tx, sessionId: SessionId, attemptId: AttemptId): Promise<number> {
    return (await lastSeqsOf(tx, [`${sessionId} ${attemptId}`])).get(`${sessionId} ${attemptId}`) ?? 0;
  }
}

/** One step down the index of its session's partition for each place, `session attempt`. */
async function lastSeqsOf(manager: EntityManager, places: readonly string[]): Promise<Map<string, number>> {
  const rows = await manager.query<{ place: string; seq: number }[]>(
    `SELECT p.place, l.seq
       FROM (SELECT place, split_part(place, ' ', 1)::uuid AS session_id, split_part(place, ' ', 2)::uuid AS attempt_id
               FROM unnest($1::text[]) AS place) p
       JOIN LATERAL (SELECT seq FROM delivery.response_log
                      WHERE session_id = p.session_id AND attempt_id = p.attempt_id ORDER BY seq DESC LIMIT 1) l ON true`,
    [places],
  );
  return new Map(rows.map(({ place, seq }) => [place, seq]));
}
