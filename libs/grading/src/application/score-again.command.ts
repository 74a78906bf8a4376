import { Injectable } from '@nestjs/common';
import { Supplements } from '@hz/delivery';
import { latest, plus, type AttemptId } from '@hz/kernel';
import { TestSwitches, Unavailable, UnitOfWork, type Tx } from '@hz/platform';
import { scoreForm } from '@hz/scoring';
import type { ScoredAttempt } from '../domain/grading-records';
import { verdictOfPoints } from '../domain/marker-score';
import type { MarkingTask } from '../domain/marking-task';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';
import { machineScores, openTasks } from './score-attempt.command';
import { ScoringInputs } from './scoring-inputs';
import { SettleResult } from './settle-result.command';

type NewTask = ReturnType<typeof openTasks>[number];

/**
 * Scores an attempt anew to which a person has added an answer, while its result is not released: the next generation beside the one
 * before. Marks of responses that are the same go along; what has changed waits for a marker. A repeat finds the same responses and changes
 * nothing.
 */
@Injectable()
export class ScoreAgain {
  constructor(
    private readonly inputs: ScoringInputs,
    private readonly supplements: Supplements,
    private readonly attempts: ScoredAttemptRepository,
    private readonly tasks: MarkingTaskRepository,
    private readonly settle: SettleResult,
    private readonly uow: UnitOfWork,
    private readonly switches: TestSwitches,
  ) {}

  /** Throws Unavailable while the first scoring is still to come: it is tried again after that. */
  async run(attemptId: AttemptId): Promise<void> {
    const held = await this.supplements.lastOf(attemptId);
    const { attempt, sheet, responses } = await this.inputs.of(attemptId);
    const outcome = scoreForm(sheet, responses);
    const settling = await this.settle.rulesOf(attempt, sheet);
    const scoredAt = held === null ? attempt.scoredAt : latest(attempt.scoredAt, plus(held, 1));
    await this.uow.run(async (tx) => {
      const before = await this.attempts.lock(tx, attemptId);
      if (before === null) throw new Unavailable();
      if (before.releasedAt !== null || before.scoredAt > scoredAt) return;
      if (before.responsesHash === attempt.responsesHash) return this.attempts.confirm(tx, attemptId, scoredAt);
      const generation = await this.attempts.renew(tx, { ...attempt, scoredAt });
      const scored = { ...attempt, scoredAt, generation };
      await this.attempts.addScores(tx, attemptId, generation, machineScores(outcome));
      const open = openTasks(scored, sheet, outcome, responses);
      await this.tasks.add(tx, open);
      const waiting = open.length - (await this.carryMarks(tx, scored, before.generation, open));
      if (waiting === 0) await this.settle.within(tx, scored, settling);
      this.switches.crashPoint('grading.score-again.before-commit');
    });
    this.switches.crashPoint('grading.score-again.after-commit');
  }

  /** Gives the tasks whose responses are the same the marks that they had. Returns how many. */
  private async carryMarks(tx: Tx, scored: ScoredAttempt, from: number, open: readonly NewTask[]): Promise<number> {
    const marked = (await this.tasks.ofGeneration(tx, scored.attemptId, from)).filter(({ mark }) => mark !== null);
    const before = new Map(marked.map((task) => [task.itemRef, task]));
    const carried = open.flatMap((task) => {
      const old = before.get(task.itemRef);
      return old?.response === task.response ? [{ task, old }] : [];
    });
    for (const each of carried) await this.carry(tx, scored, each);
    return carried.length;
  }

  private async carry(
    tx: Tx,
    scored: ScoredAttempt,
    { task, old }: { task: NewTask; old: MarkingTask },
  ): Promise<void> {
    const mark = old.mark!;
    const [version, at] = [2, scored.scoredAt];
    await this.tasks.putMark(tx, task.id, mark, at, version);
    const details = { marks: mark.marks, comment: mark.comment, points: mark.points, carriedFrom: old.id };
    await this.tasks.record(tx, { taskId: task.id, markerId: mark.by, kind: 'marked', version, details, at });
    await this.attempts.putMarkerScore(tx, task.attemptId, task.generation, {
      ref: task.itemRef,
      points: mark.points,
      maxPoints: task.maxPoints,
      source: 'marker',
      outcome: { verdict: verdictOfPoints(mark.points, task.maxPoints) },
    });
  }
}
