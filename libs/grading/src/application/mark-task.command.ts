import { Injectable } from '@nestjs/common';
import { comparePoints, type Points, type Principal } from '@hz/kernel';
import { Outbox } from '@hz/platform';
import { pointsByRubric } from '@hz/scoring';
import type { Rubric } from '@hz/scoring/contract';
import { markingFinished, MarksNotValid, type MarkTaskInput } from '../contract';
import { mayMark, type MarkingTask } from '../domain/marking-task';
import { verdictOfPoints } from '../domain/marker-score';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';
import { MarkerDeed, type DeedAt } from './marker-deed';
import { TaskMaterials, type MarkedTask } from './task-material';

/** Marks a script by its rubric, or changes the own mark while the session is not released. A stale version is a conflict. */
@Injectable()
export class MarkTask {
  constructor(
    private readonly deed: MarkerDeed,
    private readonly tasks: MarkingTaskRepository,
    private readonly attempts: ScoredAttemptRepository,
    private readonly materials: TaskMaterials,
    private readonly outbox: Outbox,
  ) {}

  async run(who: Principal, id: string, input: MarkTaskInput): Promise<MarkedTask> {
    const found = await this.deed.find(who, id);
    const { rubric } = await this.materials.of(found.task);
    const points = checkedPoints(rubric, input.marks, found.task);
    const marked = await this.deed.do(
      who,
      found,
      (task) => mayMark(task, found.marker.personId, input.version),
      (at) => this.write(at, input, points),
    );
    return this.materials.view(marked, found.marker.personId);
  }

  private async write({ tx, task, marker, now }: DeedAt, { marks, comment }: MarkTaskInput, points: Points) {
    const version = task.version + 1;
    await this.tasks.putMark(tx, task.id, { marks, comment, points, by: marker.personId }, now, version);
    await this.attempts.putMarkerScore(tx, task.attemptId, task.generation, {
      ref: task.itemRef,
      points,
      maxPoints: task.maxPoints,
      source: 'marker',
      outcome: { verdict: verdictOfPoints(points, task.maxPoints) },
    });
    // Until the result is computed again it does not hold this mark, and the session cannot be released.
    await this.attempts.markSettled(tx, task.attemptId, null);
    if ((await this.tasks.countOpen(tx, task.attemptId)) === 0)
      await this.outbox.publish(tx, markingFinished({ attemptId: task.attemptId, taskId: task.id, version }));
    return { kind: 'marked' as const, version, details: { marks, comment, points } };
  }
}

/** The points of the marks. Throws MarksNotValid, which names each criterion that lacks points or has other ones than its levels. */
function checkedPoints(rubric: Rubric, marks: MarkTaskInput['marks'], task: MarkingTask): Points {
  const verdict = pointsByRubric(rubric, marks);
  if (!verdict.complete) {
    const field = (code: string) => (id: string) => ({ pointer: `/marks/${id}`, code });
    throw new MarksNotValid({}, [
      ...verdict.missing.map(field('missing')),
      ...verdict.notALevel.map(field('not-a-level')),
    ]);
  }
  if (comparePoints(verdict.points, task.maxPoints) > 0)
    throw new Error(`the rubric of ${task.itemRef} gives more than the item's ${task.maxPoints} points`);
  return verdict.points;
}
