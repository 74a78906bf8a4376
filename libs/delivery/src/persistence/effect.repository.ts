import { Injectable } from '@nestjs/common';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { AttemptId, IncidentId, Instant, RegistrationId } from '@hz/kernel';
import type { EntityManager } from 'typeorm';
import type { Affected, IncidentOutcome } from '../contract';
import type { Interval } from '../domain/intervals';

/** What an incident meant for one candidate. */
export interface Effect extends Omit<
  Affected,
  'name' | 'seatNo' | 'ticketNo' | 'registrationId' | 'attemptId' | 'deadlineBefore' | 'deadlineAfter'
> {
  readonly registrationId: RegistrationId;
  readonly attemptId: AttemptId | null;
  readonly deadlineBefore: Instant | null;
  readonly deadlineAfter: Instant | null;
  readonly lost: readonly Interval[];
}

type Raw = Record<string, unknown> & {
  lost: [Instant, Instant][];
  deadline_before: Date | null;
  deadline_after: Date | null;
};

/** The effects of approved incidents: written once, with the approval. */
@Injectable()
export class EffectRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(tx: Tx, incidentId: IncidentId, effects: readonly Effect[]): Promise<void> {
    const rows = effects.map((effect) => ({
      registration_id: effect.registrationId,
      attempt_id: effect.attemptId,
      status: effect.status,
      submitted_by: effect.submittedBy,
      gap_ms: effect.gapMs,
      cause: effect.cause,
      reported_ms: effect.reportedMs,
      browser_offline: effect.browserOffline,
      lost: effect.lost.map(({ from, to }) => [from, to]),
      lost_ms: effect.lostMs,
      window_ms: effect.windowMs,
      deadline_before: effect.deadlineBefore === null ? null : sqlTime(effect.deadlineBefore),
      deadline_after: effect.deadlineAfter === null ? null : sqlTime(effect.deadlineAfter),
      outcome: effect.outcome,
      resit_reason: effect.resitReason,
      resit_excluded: false,
    }));
    await tx.query(
      `INSERT INTO delivery.incident_effect (incident_id, registration_id, attempt_id, status, submitted_by, gap_ms, cause, reported_ms,
              browser_offline, lost, lost_ms, window_ms, deadline_before, deadline_after, outcome, resit_reason, resit_excluded)
       SELECT $1, e.registration_id, e.attempt_id, e.status, e.submitted_by, e.gap_ms, e.cause, e.reported_ms, e.browser_offline, e.lost,
              e.lost_ms, e.window_ms, e.deadline_before, e.deadline_after, e.outcome, e.resit_reason, e.resit_excluded
         FROM jsonb_populate_recordset(NULL::delivery.incident_effect, $2::jsonb) e`,
      [incidentId, JSON.stringify(rows)],
    );
  }

  async ofIncidents(
    ids: readonly IncidentId[],
    manager: EntityManager = this.uow.read,
  ): Promise<Map<IncidentId, Effect[]>> {
    if (ids.length === 0) return new Map();
    const rows = await manager.query<Raw[]>(
      `SELECT incident_id, registration_id, attempt_id, status, submitted_by, gap_ms, cause, reported_ms, browser_offline, lost, lost_ms,
              window_ms, deadline_before, deadline_after, outcome, resit_reason, resit_excluded
         FROM delivery.incident_effect WHERE incident_id = ANY ($1) ORDER BY incident_id, registration_id`,
      [ids],
    );
    return Map.groupBy(rows.map(effectOf), ({ incidentId }) => incidentId);
  }

  /** How many candidates of each incident had which outcome, those who were taken off the re-sit list left out. */
  async countsOf(ids: readonly IncidentId[]): Promise<Map<IncidentId, Partial<Record<IncidentOutcome, number>>>> {
    const rows = await this.uow.read.query<{ id: IncidentId; counts: Partial<Record<IncidentOutcome, number>> }[]>(
      `SELECT incident_id AS id, jsonb_object_agg(outcome, n) AS counts FROM
         (SELECT incident_id, outcome, count(*) AS n FROM delivery.incident_effect
           WHERE incident_id = ANY ($1) AND NOT resit_excluded GROUP BY incident_id, outcome) t GROUP BY incident_id`,
      [ids],
    );
    return new Map(rows.map(({ id, counts }) => [id, counts]));
  }

  /** What incidents have given back to attempts of the session so far. */
  async compensated(
    attemptIds: readonly AttemptId[],
    manager: EntityManager = this.uow.read,
  ): Promise<Map<AttemptId, Interval[]>> {
    const rows = await manager.query<{ attempt_id: AttemptId; lost: [Instant, Instant][] }[]>(
      `SELECT attempt_id, lost FROM delivery.incident_effect WHERE attempt_id = ANY ($1) AND outcome = 'extended'`,
      [attemptIds],
    );
    const found = Map.groupBy(rows, ({ attempt_id }) => attempt_id);
    return new Map([...found].map(([id, list]) => [id, list.flatMap(({ lost }) => intervalsOf(lost))]));
  }

  async exclude(tx: Tx, incidentId: IncidentId, registrationIds: readonly RegistrationId[]): Promise<void> {
    await tx.query(
      `UPDATE delivery.incident_effect SET resit_excluded = true
        WHERE incident_id = $1 AND outcome = 'resit' AND registration_id = ANY ($2)`,
      [incidentId, registrationIds],
    );
  }
}

function intervalsOf(lost: readonly [Instant, Instant][]): Interval[] {
  return lost.map(([from, to]) => ({ from, to }));
}

function effectOf(row: Raw): Effect & { incidentId: IncidentId } {
  const read = <Value>(name: string) => row[name] as Value;
  return {
    incidentId: read<IncidentId>('incident_id'),
    registrationId: read<RegistrationId>('registration_id'),
    attemptId: read<AttemptId | null>('attempt_id'),
    status: read<Effect['status']>('status'),
    submittedBy: read<Effect['submittedBy']>('submitted_by'),
    gapMs: read<number>('gap_ms'),
    cause: read<Effect['cause']>('cause'),
    reportedMs: read<number | null>('reported_ms'),
    browserOffline: read<boolean>('browser_offline'),
    lost: intervalsOf(row.lost),
    lostMs: read<number>('lost_ms'),
    windowMs: read<number>('window_ms'),
    deadlineBefore: fromSqlTime(row.deadline_before),
    deadlineAfter: fromSqlTime(row.deadline_after),
    outcome: read<IncidentOutcome>('outcome'),
    resitReason: read<Effect['resitReason']>('resit_reason'),
    resitExcluded: read<boolean>('resit_excluded'),
  };
}
