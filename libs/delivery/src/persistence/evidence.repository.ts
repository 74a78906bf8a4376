import { Injectable } from '@nestjs/common';
import { UnitOfWork, type Tx } from '@hz/platform';
import type { AttemptId, ResponseValue } from '@hz/kernel';
import type { AttemptEvidence, IntegrityEvents, IntegrityKind, RefusalReason } from '../contract';

const MOST = 1_000;

/** Events of the room and refused saves; both are only added to. */
@Injectable()
export class EvidenceRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(tx: Tx, attemptId: AttemptId, { events }: IntegrityEvents): Promise<void> {
    await tx.query(
      `INSERT INTO delivery.integrity_event (attempt_id, kind, duration_ms, details)
       SELECT $1, * FROM unnest($2::text[], $3::int[], $4::jsonb[])`,
      [
        attemptId,
        events.map(({ kind }) => kind),
        events.map(({ durationMs }) => durationMs),
        events.map(({ details }) => JSON.stringify(details)),
      ],
    );
  }

  /** The newest ones, in the order in which they arrived. */
  async eventsOf(attemptId: AttemptId): Promise<AttemptEvidence['events']> {
    const rows = await this.uow.read.query<
      { kind: IntegrityKind; duration_ms: number; details: Record<string, string | number>; received_at: Date }[]
    >(
      `SELECT kind, duration_ms, details, received_at FROM delivery.integrity_event WHERE attempt_id = $1 ORDER BY id DESC LIMIT $2`,
      [attemptId, MOST],
    );
    return rows.reverse().map((row) => ({
      kind: row.kind,
      durationMs: row.duration_ms,
      details: row.details,
      receivedAt: row.received_at.getTime(),
    }));
  }

  async rejectedOf(attemptId: AttemptId): Promise<AttemptEvidence['rejectedSaves']> {
    const rows = await this.uow.read.query<
      { seq: number; item_ref: string; value: ResponseValue; why: RefusalReason; received_at: Date }[]
    >(
      `SELECT seq, item_ref, value, why, received_at FROM delivery.rejected_save WHERE attempt_id = $1 ORDER BY id DESC LIMIT $2`,
      [attemptId, MOST],
    );
    return rows.reverse().map((row) => ({
      seq: row.seq,
      itemRef: row.item_ref,
      value: row.value,
      why: row.why,
      receivedAt: row.received_at.getTime(),
    }));
  }
}
