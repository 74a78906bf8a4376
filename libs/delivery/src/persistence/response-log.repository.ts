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

/** The response log, for reading; it is written by the group commit alone. */
@Injectable()
export class ResponseLogRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The newest response to each item, by item ref: the highest sequence wins. Inside a transaction pass its manager. */
  async newest(
    sessionId: SessionId,
    attemptId: AttemptId,
    manager: EntityManager = this.uow.read,
  ): Promise<LoggedResponse[]> {
    const rows = await manager.query<
      { item_ref: string; seq: number; value: ResponseValue; late: boolean; received_at: Date }[]
    >(
      `SELECT DISTINCT ON (item_ref) item_ref, seq, value, late, received_at FROM delivery.response_log
        WHERE session_id = $1 AND attempt_id = $2 ORDER BY item_ref, seq DESC`,
      [sessionId, attemptId],
    );
    return rows.map((row) => ({
      itemRef: row.item_ref,
      seq: row.seq,
      value: row.value,
      late: row.late,
      savedAt: row.received_at.getTime(),
    }));
  }

  async lastSeq(sessionId: SessionId, attemptId: AttemptId): Promise<number> {
    const [row] = await this.uow.read.query<{ seq: number | null }[]>(
      'SELECT max(seq) AS seq FROM delivery.response_log WHERE session_id = $1 AND attempt_id = $2',
      [sessionId, attemptId],
    );
    return row?.seq ?? 0;
  }
}
