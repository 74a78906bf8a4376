import { Injectable } from '@nestjs/common';
import { newId, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import {
  instant,
  type AttemptId,
  type Instant,
  type PersonId,
  type RegistrationId,
  type ResponseValue,
  type SessionId,
} from '@hz/kernel';
import type { ClaimVerdictKind, LateAnswer, LateReason } from '../contract';

/** What can be decided about. */
export interface Undecided {
  readonly id: string;
  readonly attemptId: AttemptId;
  readonly sessionId: SessionId;
  readonly itemRef: string;
  readonly seq: number;
  readonly value: ResponseValue;
}

export interface Decision {
  readonly accepted: boolean;
  readonly reason: string;
  readonly decidedBy: PersonId;
  readonly decidedAt: Instant;
}

export interface LateRow extends Pick<
  LateAnswer,
  'id' | 'attemptId' | 'itemRef' | 'seq' | 'value' | 'source' | 'saved' | 'isClosed'
> {
  readonly registrationId: RegistrationId;
  readonly personId: PersonId;
  readonly notBefore: number | null;
  readonly claimedAt: number | null;
  readonly receivedAt: number;
  readonly endsAt: number | null;
  readonly verdict: ClaimVerdictKind;
  readonly why: LateReason | null;
  readonly decision: Decision | null;
}

export interface Addition {
  readonly itemRef: string;
  readonly seq: number;
  readonly value: ResponseValue;
  readonly acceptedAt: number;
}

/** Claims, saves that were refused, and saves that came within the grace; the same answer once, and by what was decided about. */
const LATE = `
WITH late AS (
  SELECT o.id::text AS id, o.attempt_id, o.item_ref, o.seq, o.value, o.source, o.beacon_at, o.claimed_at, o.received_at, o.ends_at,
         o.verdict, o.why, o.id AS offline_answer_id, NULL::bigint AS rejected_save_id
    FROM delivery.offline_answer o
   WHERE o.session_id = $1 AND NOT EXISTS (
     SELECT 1 FROM delivery.rejected_save r JOIN delivery.answer_decision d ON d.rejected_save_id = r.id
      WHERE r.attempt_id = o.attempt_id AND r.seq = o.seq AND r.item_ref = o.item_ref AND r.value = o.value)
  UNION ALL
  SELECT 's' || r.id, r.attempt_id, r.item_ref, r.seq, r.value, 'save', NULL, NULL, r.received_at, a.deadline_at, 'decide', r.why, NULL, r.id
    FROM delivery.attempt a JOIN delivery.rejected_save r ON r.attempt_id = a.id
   WHERE a.session_id = $1 AND (
     EXISTS (SELECT 1 FROM delivery.answer_decision d WHERE d.rejected_save_id = r.id) OR NOT EXISTS (
       SELECT 1 FROM delivery.offline_answer o
        WHERE o.attempt_id = r.attempt_id AND o.seq = r.seq AND o.item_ref = r.item_ref AND o.value = r.value))
  UNION ALL
  SELECT 'l' || l.attempt_id || l.seq, l.attempt_id, l.item_ref, l.seq, l.value, 'save', NULL, NULL, l.received_at, a.deadline_at, 'counts', NULL, NULL, NULL
    FROM delivery.response_log l JOIN delivery.attempt a ON a.id = l.attempt_id
   WHERE l.session_id = $1 AND l.late
     AND NOT EXISTS (SELECT 1 FROM delivery.offline_answer o WHERE o.attempt_id = l.attempt_id AND o.seq = l.seq)
     AND NOT EXISTS (SELECT 1 FROM delivery.answer_decision d WHERE d.attempt_id = l.attempt_id AND d.log_seq = l.seq)
)
SELECT late.*, a.registration_id, a.person_id, a.status = 'submitted' AS is_closed,
       d.accepted, d.reason, d.decided_by, d.decided_at, now.value AS now_value, now.received_at AS now_at
  FROM late JOIN delivery.attempt a ON a.id = late.attempt_id
  LEFT JOIN delivery.answer_decision d ON d.offline_answer_id = late.offline_answer_id OR d.rejected_save_id = late.rejected_save_id
  LEFT JOIN LATERAL (SELECT value, received_at FROM delivery.response_log
                      WHERE session_id = $1 AND attempt_id = late.attempt_id AND item_ref = late.item_ref ORDER BY seq DESC LIMIT 1) now ON true
 ORDER BY late.received_at, late.attempt_id, late.seq LIMIT $2`;

interface Row {
  id: string;
  attempt_id: AttemptId;
  registration_id: RegistrationId;
  person_id: PersonId;
  is_closed: boolean;
  item_ref: string;
  seq: number;
  value: ResponseValue;
  source: LateAnswer['source'];
  beacon_at: Date | null;
  claimed_at: Date | null;
  received_at: Date;
  ends_at: Date | null;
  verdict: ClaimVerdictKind;
  why: LateReason | null;
  accepted: boolean | null;
  reason: string;
  decided_by: PersonId;
  decided_at: Date;
  now_value: ResponseValue;
  now_at: Date | null;
}

/** What came late or was refused, and what people have decided about it. */
@Injectable()
export class LateAnswerRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async ofSession(sessionId: SessionId, most: number): Promise<LateRow[]> {
    const rows = await this.uow.read.query<Row[]>(LATE, [sessionId, most]);
    return rows.map(lateRow);
  }

  /** What may be decided about: an answer that does not count by itself. Null for any other. */
  async undecided(id: string): Promise<Undecided | null> {
    const [table, key] = id.startsWith('s') ? ['rejected_save', id.slice(1)] : ['offline_answer', id];
    const counts = table === 'offline_answer' ? `AND t.verdict <> 'counts'` : '';
    const [row] = await this.uow.read.query<Omit<Undecided, 'id'>[]>(
      `SELECT t.attempt_id AS "attemptId", a.session_id AS "sessionId", t.item_ref AS "itemRef", t.seq, t.value
         FROM delivery.${table} t JOIN delivery.attempt a ON a.id = t.attempt_id WHERE t.id = $1 ${counts}`,
      [key],
    );
    return row === undefined ? null : { id, ...row };
  }

  async decisionOn(tx: Tx, { id }: Pick<Undecided, 'id'>): Promise<{ accepted: boolean } | null> {
    const [column, key] = columnOf(id);
    const rows = await tx.query<{ accepted: boolean }[]>(
      `SELECT accepted FROM delivery.answer_decision WHERE ${column} = $1`,
      [key],
    );
    return rows[0] ?? null;
  }

  /** The highest number that the page had given to an answer to this item that was accepted; 0 for none. */
  async lastAccepted(tx: Tx, { attemptId, itemRef }: Pick<Undecided, 'attemptId' | 'itemRef'>): Promise<number> {
    const [row] = await tx.query<{ seq: number | null }[]>(
      'SELECT max(seq) AS seq FROM delivery.answer_decision WHERE attempt_id = $1 AND item_ref = $2 AND accepted',
      [attemptId, itemRef],
    );
    return row!.seq ?? 0;
  }

  async decide(tx: Tx, answer: Undecided, decision: Decision & { logSeq: number | null }): Promise<void> {
    const [column, key] = columnOf(answer.id);
    await tx.query(
      `INSERT INTO delivery.answer_decision (id, attempt_id, ${column}, item_ref, seq, accepted, reason, decided_by, decided_at, log_seq)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        newId(),
        answer.attemptId,
        key,
        answer.itemRef,
        answer.seq,
        decision.accepted,
        decision.reason,
        decision.decidedBy,
        sqlTime(decision.decidedAt),
        decision.logSeq,
      ],
    );
  }

  /** What people have accepted of an attempt, the newest of each item, in the order of the items. */
  async additionsOf(sessionId: SessionId, attemptId: AttemptId): Promise<Addition[]> {
    const rows = await this.uow.read.query<{ item_ref: string; seq: number; value: ResponseValue; decided_at: Date }[]>(
      `SELECT DISTINCT ON (l.item_ref) l.item_ref, l.seq, l.value, d.decided_at
         FROM delivery.answer_decision d JOIN delivery.response_log l ON l.session_id = $1 AND l.attempt_id = d.attempt_id AND l.seq = d.log_seq
        WHERE d.attempt_id = $2 AND d.accepted ORDER BY l.item_ref, l.seq DESC`,
      [sessionId, attemptId],
    );
    return rows.map(({ item_ref, seq, value, decided_at }) => ({
      itemRef: item_ref,
      seq,
      value,
      acceptedAt: decided_at.getTime(),
    }));
  }

  /** How many answers of the attempt a person has declined, and how many wait for one. */
  async countsOf(attemptId: AttemptId): Promise<{ declined: number; waiting: number }> {
    const [row] = await this.uow.read.query<{ declined: number; waiting: number }[]>(
      `SELECT (SELECT count(*)::int FROM delivery.answer_decision WHERE attempt_id = $1 AND NOT accepted) AS declined,
              (SELECT count(*)::int FROM delivery.offline_answer o WHERE o.attempt_id = $1 AND o.verdict <> 'counts'
                  AND NOT EXISTS (SELECT 1 FROM delivery.answer_decision d WHERE d.offline_answer_id = o.id)) AS waiting`,
      [attemptId],
    );
    return row!;
  }

  async lastSupplementOf(attemptId: AttemptId): Promise<Instant | null> {
    const [row] = await this.uow.read.query<{ at: Date | null }[]>(
      'SELECT max(decided_at) AS at FROM delivery.answer_decision WHERE attempt_id = $1 AND accepted',
      [attemptId],
    );
    return row!.at === null ? null : instant(row!.at.getTime());
  }

  /** When something was last accepted of attempts of the session, by attempt. */
  async supplemented(tx: Tx, sessionId: SessionId): Promise<Map<AttemptId, Instant>> {
    const rows = await tx.query<{ attempt_id: AttemptId; at: Date }[]>(
      `SELECT d.attempt_id, max(d.decided_at) AS at FROM delivery.answer_decision d JOIN delivery.attempt a ON a.id = d.attempt_id
        WHERE a.session_id = $1 AND d.accepted GROUP BY d.attempt_id`,
      [sessionId],
    );
    return new Map(rows.map(({ attempt_id, at }) => [attempt_id, instant(at.getTime())]));
  }
}

function columnOf(id: string): [column: string, key: string] {
  return id.startsWith('s') ? ['rejected_save_id', id.slice(1)] : ['offline_answer_id', id];
}

function lateRow(row: Row): LateRow {
  const time = (at: Date | null) => at?.getTime() ?? null;
  const { accepted, reason, decided_by: decidedBy, decided_at } = row;
  return {
    id: row.id,
    attemptId: row.attempt_id,
    registrationId: row.registration_id,
    personId: row.person_id,
    itemRef: row.item_ref,
    seq: row.seq,
    value: row.value,
    source: row.source,
    notBefore: time(row.beacon_at),
    claimedAt: time(row.claimed_at),
    receivedAt: row.received_at.getTime(),
    endsAt: time(row.ends_at),
    verdict: row.verdict,
    why: row.why,
    isClosed: row.is_closed,
    saved: row.now_at === null ? null : { value: row.now_value, savedAt: row.now_at.getTime() },
    decision: accepted === null ? null : { accepted, reason, decidedBy, decidedAt: instant(decided_at.getTime()) },
  };
}
