import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, isUuid, type Instant, type MarkingTaskId, type Principal } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { MarkedMeanwhile, MarkingClosed, TaskNotFound, TaskNotMarked } from '../contract';
import type { ActVerdict, Marker, MarkingTask } from '../domain/marking-task';
import type { ActKind } from '../persistence/grading.entities';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';
import { Markers } from './markers';

export interface Deed {
  readonly kind: ActKind;
  readonly version: number;
  readonly details: object;
}
export interface DeedAt {
  readonly tx: Tx;
  readonly task: MarkingTask;
  readonly marker: Marker;
  readonly now: Instant;
}

/** What all deeds of a marker have in common: find, lock in order, ask the rule, do, keep the history, audit (P8). */
@Injectable()
export class MarkerDeed {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tasks: MarkingTaskRepository,
    private readonly attempts: ScoredAttemptRepository,
    private readonly markers: Markers,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A task that the caller holds, held or marked. Throws TaskNotFound for any other. */
  async find(who: Principal, id: string): Promise<{ task: MarkingTask; marker: Marker }> {
    const marker = await this.markers.of(who);
    const task = isUuid(id) ? await this.tasks.known(this.uow.read, marker, id as MarkingTaskId) : null;
    if (task === null) throw new TaskNotFound();
    return { task, marker };
  }

  /** Returns the task as it is after the deed. */
  async do(
    who: Principal,
    { task: known, marker }: { task: MarkingTask; marker: Marker },
    may: (task: MarkingTask) => ActVerdict,
    work: (at: DeedAt) => Promise<Deed>,
  ): Promise<MarkingTask> {
    return this.uow.run(async (tx) => {
      await this.attempts.lock(tx, known.attemptId);
      const task = await this.tasks.lock(tx, known.id);
      refuse(may(task), task, marker);
      const now = this.clock.now();
      const { kind, version, details } = await work({ tx, task, marker, now });
      await this.tasks.record(tx, { taskId: task.id, markerId: marker.personId, kind, version, details, at: now });
      await this.audit.record(tx, who, `grading.response-${kind}`, { type: 'marking-task', id: task.id }, { version });
      return this.tasks.lock(tx, task.id);
    });
  }
}

function refuse(verdict: ActVerdict, task: MarkingTask, marker: Marker): void {
  if (verdict.act) return;
  switch (verdict.why) {
    case 'released':
      throw new MarkingClosed();
    case 'not-marked':
      throw new TaskNotMarked();
    case 'changed-meanwhile':
      throw new MarkedMeanwhile({
        version: task.version,
        status: task.status,
        points: task.mark?.points ?? null,
        comment: task.mark?.comment ?? null,
        mine: (task.mark?.by ?? task.claimedBy) === marker.personId,
      });
  }
}
