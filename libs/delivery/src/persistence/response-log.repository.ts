import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@hz/platform';
import type { AttemptId, ResponseValue, SessionId } from '@hz/kernel';
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

  async lastSeq(sessionId: SessionId, attemptId: AttemptId): Promise<number> {
    const [row] = await this.uow.read.query<{ seq: number | null }[]>(
      'SELECT max(seq) AS seq FROM delivery.response_log WHERE session_id = $1 AND attempt_id = $2',
      [sessionId, attemptId],
    );
    return row?.seq ?? 0;
  }
}
