import { Injectable } from '@nestjs/common';
import { newId, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { Instant, ItemVersionId, MarkingTaskId, PersonId, SessionId } from '@hz/kernel';
import type { EntityManager } from 'typeorm';
import type { GivenMark, Marker, MarkingTask } from '../domain/marking-task';
import { MarkingActRow, MarkingTaskRow, type ActKind } from './grading.entities';

type NewTask = Pick<
  MarkingTask,
  | 'id'
  | 'attemptId'
  | 'sessionId'
  | 'formId'
  | 'itemRef'
  | 'itemVersionId'
  | 'generation'
  | 'scriptNo'
  | 'response'
  | 'maxPoints'
>;
interface Queue {
  readonly sessionId: SessionId;
  readonly itemVersionId: ItemVersionId;
}
type TaskRow = Omit<MarkingTask, 'mark' | 'claimedUntil' | 'released'> & {
  claimed_until: Date | null;
  marks: GivenMark['marks'] | null;
  comment: string | null;
  points: GivenMark['points'] | null;
  marked_by: PersonId | null;
  released: boolean;
};

const COLUMNS = `t.id, t.attempt_id AS "attemptId", t.session_id AS "sessionId", t.form_id AS "formId", t.item_ref AS "itemRef",
  t.item_version_id AS "itemVersionId", t.generation, t.script_no AS "scriptNo", t.response,
  trim_scale(t.max_points)::text AS "maxPoints", t.status, t.version, t.claimed_by AS "claimedBy", t.claimed_until,
  t.marks, t.comment, trim_scale(t.points)::text AS points, t.marked_by, a.released_at IS NOT NULL AS released`;
const FROM = 'FROM grading.marking_task t JOIN grading.scored_attempt a ON a.attempt_id = t.attempt_id';
/** Of the present generation, and neither the marker's own nor one of a candidate of the marker's institutions. $1 and $2 are the marker. */
export const MAY_MARK = `t.generation = a.generation AND a.person_id <> $1 AND NOT (a.institution_ids && $2::uuid[])`;

@Injectable()
export class MarkingTaskRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(tx: Tx, tasks: readonly NewTask[]): Promise<void> {
    if (tasks.length === 0) return;
    await tx.insert(
      MarkingTaskRow,
      tasks.map((task) => ({ ...task, status: 'waiting' as const, version: 1 })),
    );
  }

  /** The task that this marker holds in this queue, if any; also one whose time has run out and that nobody took. */
  async held(tx: Tx, marker: Marker, { sessionId, itemVersionId }: Queue): Promise<MarkingTask | null> {
    return one(
      tx,
      `SELECT ${COLUMNS} ${FROM} WHERE ${MAY_MARK} AND t.claimed_by = $1 AND t.session_id = $3 AND t.item_version_id = $4
          AND t.status = 'claimed' AND a.released_at IS NULL ORDER BY t.script_no LIMIT 1 FOR UPDATE OF t`,
      [marker.personId, marker.institutionIds, sessionId, itemVersionId],
    );
  }

  /** The next free task, by script number and so by chance; those that others are just claiming are passed over. */
  async nextFree(
    tx: Tx,
    marker: Marker,
    { sessionId, itemVersionId }: Queue,
    now: Instant,
  ): Promise<MarkingTask | null> {
    return one(
      tx,
      `SELECT ${COLUMNS} ${FROM} WHERE ${MAY_MARK} AND t.session_id = $3 AND t.item_version_id = $4
          AND (t.status = 'waiting' OR (t.status = 'claimed' AND t.claimed_until <= $5)) AND a.released_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM grading.marking_act s
                           WHERE s.task_id = t.id AND s.marker_id = $1 AND s.kind = 'skipped')
        ORDER BY t.script_no LIMIT 1 FOR UPDATE OF t SKIP LOCKED`,
      [marker.personId, marker.institutionIds, sessionId, itemVersionId, sqlTime(now)],
    );
  }

  /** A task that this marker has or had to do with, and still may mark. Null for any other: not yours reads as not found (P9). */
  async known(reader: EntityManager, marker: Marker, id: MarkingTaskId): Promise<MarkingTask | null> {
    return one(
      reader,
      `SELECT ${COLUMNS} ${FROM} WHERE ${MAY_MARK} AND t.id = $3
          AND EXISTS (SELECT 1 FROM grading.marking_act k WHERE k.task_id = t.id AND k.marker_id = $1)`,
      [marker.personId, marker.institutionIds, id],
    );
  }

  /** The task as it is now, locked; its attempt must be locked before. */
  async lock(tx: Tx, id: MarkingTaskId): Promise<MarkingTask> {
    return (await one(tx, `SELECT ${COLUMNS} ${FROM} WHERE t.id = $1 FOR UPDATE OF t`, [id]))!;
  }

  /** The last tasks that this marker marked in sessions that are not released. */
  async lastMarked(marker: Marker, limit: number): Promise<MarkingTask[]> {
    const rows = await this.uow.read.query<TaskRow[]>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${MAY_MARK} AND t.marked_by = $1 AND t.status = 'marked' AND a.released_at IS NULL
        ORDER BY t.marked_at DESC, t.id LIMIT $3`,
      [marker.personId, marker.institutionIds, limit],
    );
    return rows.map(toTask);
  }

  async hold(tx: Tx, id: MarkingTaskId, marker: PersonId, until: Instant, version: number): Promise<void> {
    await tx.update(
      MarkingTaskRow,
      { id },
      { status: 'claimed', claimedBy: marker, claimedUntil: until, version, ...NO_MARK },
    );
  }

  async putBack(tx: Tx, id: MarkingTaskId, version: number): Promise<void> {
    await tx.update(MarkingTaskRow, { id }, { status: 'waiting', claimedBy: null, claimedUntil: null, version });
  }

  async putMark(tx: Tx, id: MarkingTaskId, { by, ...mark }: GivenMark, at: Instant, version: number): Promise<void> {
    await tx.update(
      MarkingTaskRow,
      { id },
      { ...mark, status: 'marked', markedBy: by, markedAt: at, claimedBy: null, claimedUntil: null, version },
    );
  }

  async record(
    tx: Tx,
    act: { taskId: MarkingTaskId; markerId: PersonId; kind: ActKind; version: number; details: object; at: Instant },
  ): Promise<void> {
    await tx.insert(MarkingActRow, { id: newId(), ...act });
  }

  /** All tasks of one generation, for who holds the attempt. */
  async ofGeneration(tx: Tx, attemptId: MarkingTask['attemptId'], generation: number): Promise<MarkingTask[]> {
    const rows = await tx.query<TaskRow[]>(
      `SELECT ${COLUMNS} ${FROM} WHERE t.attempt_id = $1 AND t.generation = $2 ORDER BY t.item_ref`,
      [attemptId, generation],
    );
    return rows.map(toTask);
  }

  /** How many tasks of the attempt's present generation are not marked. */
  async countOpen(tx: Tx, attemptId: MarkingTask['attemptId']): Promise<number> {
    const [row] = await tx.query<{ n: number }[]>(
      `SELECT count(*)::int AS n ${FROM} WHERE t.attempt_id = $1 AND t.generation = a.generation AND t.status <> 'marked'`,
      [attemptId],
    );
    return row!.n;
  }
}

const NO_MARK = { marks: null, comment: null, points: null, markedBy: null, markedAt: null };

async function one(reader: EntityManager, sql: string, parameters: unknown[]): Promise<MarkingTask | null> {
  const [row] = await reader.query<TaskRow[]>(sql, parameters);
  return row === undefined ? null : toTask(row);
}

function toTask({ claimed_until, marks, comment, points, marked_by, ...row }: TaskRow): MarkingTask {
  const mark =
    marks && comment !== null && points !== null && marked_by ? { marks, comment, points, by: marked_by } : null;
  return { ...row, claimedUntil: claimed_until === null ? null : (claimed_until.getTime() as Instant), mark };
}
