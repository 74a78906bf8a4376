import { Injectable } from '@nestjs/common';
import { fromSqlTime, sqlTime, UnitOfWork } from '@hz/platform';
import type { ComponentCode, FormId, Instant, ItemVersionId, Points, SessionId } from '@hz/kernel';
import type { EntityManager } from 'typeorm';
import type { FlagTaskInput, ResultOutcome } from '../contract';
import type { Marker } from '../domain/marking-task';
import { MAY_MARK } from './marking-task.repository';

export interface QueueCounts {
  readonly sessionId: SessionId;
  readonly itemVersionId: ItemVersionId;
  /** One of the forms that hold the item, and where: for its stem. */
  readonly formId: FormId;
  readonly itemRef: string;
  readonly maxPoints: Points;
  readonly waiting: number;
  readonly claimed: number;
  readonly marked: number;
  readonly mine: number;
  readonly holding: boolean;
}
export interface AttemptCounts {
  readonly scored: number;
  readonly settled: number;
  readonly openTasks: number;
  readonly unsettled: number;
}
export type ItemProgress = Omit<QueueCounts, 'mine' | 'holding' | 'sessionId'> & { skips: number; mean: Points | null };

const TASKS = 'FROM grading.marking_task t JOIN grading.scored_attempt a ON a.attempt_id = t.attempt_id';
const ITEM = `t.item_version_id AS "itemVersionId", min(t.form_id::text) AS "formId",
  (array_agg(t.item_ref ORDER BY t.form_id::text))[1] AS "itemRef", trim_scale(max(t.max_points))::text AS "maxPoints"`;

/** Counts over scores, tasks and results: for the marking desk and the exam manager. */
@Injectable()
export class GradingProgressRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The queues of unreleased sessions that hold anything for this marker; skipped scripts are not counted as waiting. */
  queues(marker: Marker, now: Instant): Promise<QueueCounts[]> {
    return this.uow.read.query<QueueCounts[]>(
      `SELECT t.session_id AS "sessionId", ${ITEM},
              (count(*) FILTER (WHERE t.free AND NOT t.skipped))::int AS waiting,
              (count(*) FILTER (WHERE t.status = 'claimed' AND NOT t.free AND t.claimed_by <> $1))::int AS claimed,
              (count(*) FILTER (WHERE t.status = 'marked'))::int AS marked,
              (count(*) FILTER (WHERE t.marked_by = $1))::int AS mine,
              bool_or(t.claimed_by IS NOT DISTINCT FROM $1) AS holding
         FROM (SELECT t.*, (t.status = 'waiting' OR (t.status = 'claimed' AND t.claimed_until <= $3 AND t.claimed_by <> $1)) AS free,
                      EXISTS (SELECT 1 FROM grading.marking_act s
                               WHERE s.task_id = t.id AND s.marker_id = $1 AND s.kind = 'skipped') AS skipped
                 ${TASKS} WHERE ${MAY_MARK} AND a.released_at IS NULL) AS t
        GROUP BY t.session_id, t.item_version_id ORDER BY t.session_id, t.item_version_id`,
      [marker.personId, marker.institutionIds, sqlTime(now)],
    );
  }

  items(sessionId: SessionId, now: Instant): Promise<ItemProgress[]> {
    return this.uow.read.query<ItemProgress[]>(
      `SELECT ${ITEM},
              (count(*) FILTER (WHERE t.status = 'waiting' OR (t.status = 'claimed' AND t.claimed_until <= $2)))::int AS waiting,
              (count(*) FILTER (WHERE t.status = 'claimed' AND t.claimed_until > $2))::int AS claimed,
              (count(*) FILTER (WHERE t.status = 'marked'))::int AS marked,
              coalesce(sum((SELECT count(*) FROM grading.marking_act s WHERE s.task_id = t.id AND s.kind = 'skipped')), 0)::int AS skips,
              trim_scale(round(avg(t.points), 2))::text AS mean
         ${TASKS} WHERE t.session_id = $1 AND t.generation = a.generation GROUP BY t.item_version_id ORDER BY t.item_version_id`,
      [sessionId, sqlTime(now)],
    );
  }

  async attempts(reader: EntityManager, sessionId: SessionId): Promise<AttemptCounts> {
    const [row] = await reader.query<AttemptCounts[]>(
      `SELECT count(*)::int AS scored, (count(*) FILTER (WHERE a.settled_at IS NOT NULL))::int AS settled,
              coalesce(sum(o.open), 0)::int AS "openTasks",
              (count(*) FILTER (WHERE a.settled_at IS NULL AND o.open = 0))::int AS unsettled
         FROM grading.scored_attempt a CROSS JOIN LATERAL (
           SELECT count(*) AS open FROM grading.marking_task t
            WHERE t.attempt_id = a.attempt_id AND t.generation = a.generation AND t.status <> 'marked') AS o
        WHERE a.session_id = $1`,
      [sessionId],
    );
    return row!;
  }

  /** The latest flags of a session, by script number and without the marker. */
  async flags(sessionId: SessionId, limit: number) {
    const rows = await this.uow.read.query<
      { scriptNo: string; itemVersionId: ItemVersionId; details: FlagTaskInput; at: Date }[]
    >(
      `SELECT t.script_no AS "scriptNo", t.item_version_id AS "itemVersionId", f.details, f.at
         FROM grading.marking_act f JOIN grading.marking_task t ON t.id = f.task_id
        WHERE t.session_id = $1 AND f.kind = 'flagged' ORDER BY f.at DESC, f.id DESC LIMIT $2`,
      [sessionId, limit],
    );
    return rows.map(({ details, at, ...row }) => ({ ...row, ...details, flaggedAt: fromSqlTime(at) }));
  }

  /** Results that hold every mark, by outcome and step of ten percent. */
  outcomes(sessionId: SessionId): Promise<{ outcome: ResultOutcome; step: number; results: number }[]> {
    return this.uow.read.query(
      `SELECT r.outcome, floor(r.total_percent / 10)::int AS step, count(*)::int AS results ${RESULTS} GROUP BY 1, 2`,
      [sessionId],
    );
  }

  components(sessionId: SessionId): Promise<{ code: ComponentCode; passed: number; failed: number }[]> {
    return this.uow.read.query(
      `SELECT c ->> 'code' AS code, (count(*) FILTER (WHERE (c -> 'passed')::boolean))::int AS passed,
              (count(*) FILTER (WHERE NOT (c -> 'passed')::boolean))::int AS failed
         FROM (SELECT jsonb_array_elements(r.body -> 'components') AS c ${RESULTS}) AS sat GROUP BY 1 ORDER BY 1`,
      [sessionId],
    );
  }
}

const RESULTS = `FROM grading.result r JOIN grading.scored_attempt a ON a.attempt_id = r.attempt_id AND a.generation = r.generation
  WHERE r.session_id = $1 AND r.status IN ('provisional', 'final') AND a.settled_at IS NOT NULL`;
