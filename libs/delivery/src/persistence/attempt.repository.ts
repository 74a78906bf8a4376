import { Injectable } from '@nestjs/common';
import { byIdOf, Gathered, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { AttemptId, Instant, PersonId, RegistrationId, SessionId } from '@hz/kernel';
import { In } from 'typeorm';
import type { IncidentNotice } from '../contract';
import { AttemptRow } from './attempt.entity';

export interface LiveFigures {
  readonly saves: number;
  readonly lastSavedAt: number | null;
  readonly evidence: Record<string, number>;
}

/** Where an attempt stands in time, without what was answered. */
export type AttemptTimes = Pick<AttemptRow, keyof typeof TIMES>;
const TIMES = {
  id: true,
  registrationId: true,
  status: true,
  startedAt: true,
  deadlineAt: true,
  graceEndsAt: true,
  sectionState: true,
  sectionEndsAt: true,
  incidentsMs: true,
  windowShiftMs: true,
  incidentNotices: true,
  submittedAt: true,
  submittedBy: true,
} as const satisfies Partial<Record<keyof AttemptRow, true>>;

/** What an approved incident changes of an attempt. */
export type GivenBackChange = Pick<
  AttemptRow,
  | 'id'
  | 'deadlineAt'
  | 'graceEndsAt'
  | 'sectionState'
  | 'sectionEndsAt'
  | 'incidentsMs'
  | 'windowShiftMs'
  | 'incidentNotices'
>;

export interface OverdueAttempt {
  readonly id: AttemptId;
  readonly sessionId: SessionId;
}

@Injectable()
export class AttemptRepository {
  private readonly gathered = new Gathered<AttemptId, AttemptRow>(async (ids) =>
    byIdOf(await this.uow.read.findBy(AttemptRow, { id: In([...ids]) })),
  );
  private readonly gatheredByRegistration = new Gathered<RegistrationId, AttemptRow>(async (ids) => {
    const rows = await this.uow.read.findBy(AttemptRow, { registrationId: In([...ids]) });
    return new Map(rows.map((row) => [row.registrationId, row]));
  });

  constructor(private readonly uow: UnitOfWork) {}

  /** A whole session asks at the same moment, so that many are answered by one query. */
  async byId(id: AttemptId): Promise<AttemptRow | null> {
    return (await this.gathered.find(id)) ?? null;
  }

  async byRegistration(registrationId: RegistrationId): Promise<AttemptRow | null> {
    return (await this.gatheredByRegistration.find(registrationId)) ?? null;
  }

  async lock(tx: Tx, id: AttemptId): Promise<AttemptRow | null> {
    return tx.findOne(AttemptRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** The attempts, by id: those that nobody else holds at this moment, or all of them where the caller may wait. */
  async hold(
    tx: Tx,
    ids: readonly AttemptId[],
    { mayWait }: { mayWait: boolean },
  ): Promise<Map<AttemptId, AttemptRow>> {
    if (!mayWait) return byIdOf(await this.lockFree(tx, ids));
    const lock = { mode: 'pessimistic_write' } as const;
    return byIdOf(await tx.find(AttemptRow, { where: { id: In([...ids]) }, order: { id: 'ASC' }, lock }));
  }

  /** Those of the attempts that nobody else holds at this moment, in one order for all who lock. */
  lockFree(tx: Tx, ids: readonly AttemptId[]): Promise<AttemptRow[]> {
    return tx.find(AttemptRow, {
      where: { id: In([...ids]) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write', onLocked: 'skip_locked' },
    });
  }

  /** Writes how attempts ended. */
  async submit(tx: Tx, ended: readonly AttemptRow[]): Promise<void> {
    await tx.query(
      `UPDATE delivery.attempt a SET status = 'submitted', submitted_at = t.at, submitted_by = t.submitter, receipt = t.receipt
         FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::jsonb[]) AS t (id, at, submitter, receipt) WHERE a.id = t.id`,
      [
        ended.map(({ id }) => id),
        ended.map(({ submittedAt }) => sqlTime(submittedAt!)),
        ended.map(({ submittedBy }) => submittedBy),
        ended.map(({ receipt }) => JSON.stringify(receipt)),
      ],
    );
  }

  /** One registration has one attempt: preparing it again changes nothing (P2). Returns those that this call added. */
  async addOnce(tx: Tx, rows: readonly AttemptRow[]): Promise<Set<AttemptId>> {
    const added = await tx
      .createQueryBuilder()
      .insert()
      .into(AttemptRow)
      .values([...rows])
      .orIgnore()
      .returning('id')
      .execute();
    return new Set((added.raw as { id: AttemptId }[]).map(({ id }) => id));
  }

  /** Writes how attempts began, and who has the right to write in them. */
  async begin(tx: Tx, begun: readonly AttemptRow[]): Promise<void> {
    if (begun.length === 0) return;
    const rows = begun.map((row) => ({
      id: row.id,
      status: row.status,
      pledged_at: textOf(row.pledgedAt),
      started_at: textOf(row.startedAt),
      deadline_at: textOf(row.deadlineAt),
      grace_ends_at: textOf(row.graceEndsAt),
      earliest_hand_in_at: textOf(row.earliestHandInAt),
      lease_id: row.leaseId,
      lease_no: row.leaseNo,
      lease_page_id: row.leasePageId,
      section_state: row.sectionState,
      open_sections: row.openSections,
      section_ends_at: textOf(row.sectionEndsAt),
    }));
    await tx.query(
      `UPDATE delivery.attempt a
          SET status = c.status, pledged_at = c.pledged_at, started_at = c.started_at, deadline_at = c.deadline_at,
              grace_ends_at = c.grace_ends_at, earliest_hand_in_at = c.earliest_hand_in_at, lease_id = c.lease_id, lease_no = c.lease_no,
              lease_page_id = c.lease_page_id, section_state = c.section_state, open_sections = c.open_sections,
              section_ends_at = c.section_ends_at
         FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, status text, pledged_at timestamptz(3), started_at timestamptz(3),
              deadline_at timestamptz(3), grace_ends_at timestamptz(3), earliest_hand_in_at timestamptz(3), lease_id uuid,
              lease_no integer, lease_page_id uuid, section_state jsonb, open_sections text[], section_ends_at timestamptz(3))
        WHERE a.id = c.id`,
      [JSON.stringify(rows)],
    );
  }

  async change(tx: Tx, id: AttemptId, change: Partial<AttemptRow>): Promise<void> {
    await tx.update(AttemptRow, { id }, change);
  }

  /** The first signature stays: a receipt reads the same for ever, also after the key was changed. */
  async keepSignatures(signed: readonly Pick<AttemptRow, 'id' | 'receiptSignature' | 'receiptKey'>[]): Promise<void> {
    await this.uow.run((tx) =>
      tx.query(
        `UPDATE delivery.attempt a SET receipt_signature = t.signature, receipt_key = t.key
           FROM unnest($1::uuid[], $2::text[], $3::text[]) AS t (id, signature, key)
          WHERE a.id = t.id AND a.receipt_signature IS NULL`,
        [
          signed.map(({ id }) => id),
          signed.map(({ receiptSignature }) => receiptSignature),
          signed.map(({ receiptKey }) => receiptKey),
        ],
      ),
    );
  }

  ofPerson(personId: PersonId): Promise<AttemptRow[]> {
    return this.uow.read.find(AttemptRow, { where: { personId }, order: { preparedAt: 'DESC' }, take: 100 });
  }

  ofSession(sessionId: SessionId): Promise<AttemptRow[]> {
    return this.uow.read.find(AttemptRow, { where: { sessionId }, order: { id: 'ASC' } });
  }

  timesOf(sessionId: SessionId): Promise<AttemptTimes[]> {
    return this.uow.read.find(AttemptRow, { select: TIMES, where: { sessionId }, order: { id: 'ASC' } });
  }

  /** All attempts of the session, held against start, hand-in and the worker, while saves go on. */
  lockTimes(tx: Tx, sessionId: SessionId): Promise<AttemptTimes[]> {
    const lock = { mode: 'for_no_key_update' } as const;
    return tx.find(AttemptRow, { select: TIMES, where: { sessionId }, order: { id: 'ASC' }, lock });
  }

  /** Moves the ends of many attempts in one statement, so that thousands are held for as short as one. */
  async giveBack(tx: Tx, changes: readonly GivenBackChange[]): Promise<void> {
    const rows = changes.map((change) => ({
      id: change.id,
      deadline_at: textOf(change.deadlineAt),
      grace_ends_at: textOf(change.graceEndsAt),
      section_state: change.sectionState,
      section_ends_at: textOf(change.sectionEndsAt),
      incidents_ms: change.incidentsMs,
      window_shift_ms: change.windowShiftMs,
      incident_notices: change.incidentNotices,
    }));
    await tx.query(
      `UPDATE delivery.attempt a
          SET deadline_at = c.deadline_at, grace_ends_at = c.grace_ends_at, section_state = c.section_state,
              section_ends_at = c.section_ends_at, incidents_ms = c.incidents_ms, window_shift_ms = c.window_shift_ms,
              incident_notices = c.incident_notices
         FROM jsonb_to_recordset($1::jsonb) AS c (id uuid, deadline_at timestamptz(3), grace_ends_at timestamptz(3), section_state jsonb,
              section_ends_at timestamptz(3), incidents_ms integer, window_shift_ms integer, incident_notices jsonb)
        WHERE a.id = c.id`,
      [JSON.stringify(rows)],
    );
  }

  /** Tells candidates something more about an incident. */
  async addNotice(tx: Tx, ids: readonly AttemptId[], notice: IncidentNotice): Promise<void> {
    await tx.query(`UPDATE delivery.attempt SET incident_notices = incident_notices || $2::jsonb WHERE id = ANY ($1)`, [
      ids,
      JSON.stringify([notice]),
    ]);
  }

  async countsOf(sessionId: SessionId): Promise<{ prepared: number; started: number; submitted: number }> {
    const [row] = await this.uow.read.query<{ prepared: number; started: number; submitted: number }[]>(
      `SELECT count(*) FILTER (WHERE status = 'prepared')::int AS prepared, count(*) FILTER (WHERE status = 'started')::int AS started,
              count(*) FILTER (WHERE status = 'submitted')::int AS submitted
         FROM delivery.attempt WHERE session_id = $1`,
      [sessionId],
    );
    return row!;
  }

  /** Attempts whose grace is over, oldest first, however old. */
  async overdue(now: Instant, limit: number): Promise<OverdueAttempt[]> {
    return this.uow.read.query<OverdueAttempt[]>(
      `SELECT id, session_id AS "sessionId" FROM delivery.attempt
        WHERE status = 'started' AND grace_ends_at < $1 ORDER BY grace_ends_at LIMIT $2`,
      [sqlTime(now), limit],
    );
  }

  /** Sequences have no gaps, so that the newest number says how many saves there are: one step down the index for each attempt. */
  async liveFigures(sessionId: SessionId): Promise<Map<AttemptId, LiveFigures>> {
    const rows = await this.uow.read.query<
      { id: AttemptId; saves: number; last: Date | null; evidence: Record<string, number> | null }[]
    >(
      `SELECT a.id, coalesce(l.seq, 0) AS saves, l.received_at AS last, e.evidence
         FROM delivery.attempt a
         LEFT JOIN LATERAL (SELECT seq, received_at FROM delivery.response_log
                             WHERE session_id = $1 AND attempt_id = a.id ORDER BY seq DESC LIMIT 1) l ON true
         LEFT JOIN LATERAL (SELECT jsonb_object_agg(kind, n) AS evidence FROM
              (SELECT kind, count(*) AS n FROM delivery.integrity_event WHERE attempt_id = a.id GROUP BY kind) k) e ON true
        WHERE a.session_id = $1`,
      [sessionId],
    );
    return new Map(
      rows.map((row) => [
        row.id,
        { saves: row.saves, lastSavedAt: row.last?.getTime() ?? null, evidence: row.evidence ?? {} },
      ]),
    );
  }
}

function textOf(at: Instant | null): Date | null {
  return at === null ? null : sqlTime(at);
}
