import { Injectable } from '@nestjs/common';
import type { KeySheet } from '@hz/assembly/keys';
import type { AttemptId, FormId, ItemVersionId } from '@hz/kernel';
import { TestSwitches, UnitOfWork, type Tx } from '@hz/platform';
import { scoreForm } from '@hz/scoring';
import type { FormOutcome } from '@hz/scoring/contract';
import type { Score, ScoredAttempt } from '../domain/grading-records';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';
import { newScriptNo, newTaskId } from './anonymous-ids';
import { ScoringInputs } from './scoring-inputs';
import { SettleResult } from './settle-result.command';

/**
 * Scores a submission by machine, once: a repeat finds the attempt scored and changes nothing (P2). Open responses become marking
 * tasks, except empty ones, which have no points from the machine. When nothing waits, the provisional result follows at once.
 */
@Injectable()
export class ScoreAttempt {
  constructor(
    private readonly inputs: ScoringInputs,
    private readonly attempts: ScoredAttemptRepository,
    private readonly tasks: MarkingTaskRepository,
    private readonly settle: SettleResult,
    private readonly uow: UnitOfWork,
    private readonly switches: TestSwitches,
  ) {}

  async run(attemptId: AttemptId): Promise<void> {
    if ((await this.attempts.find(attemptId)) !== null && !this.switches.without('score-once')) return;
    const { attempt, sheet, responses } = await this.inputs.of(attemptId);
    const outcome = scoreForm(sheet, responses);
    const settling = await this.settle.rulesOf(attempt, sheet);
    await this.uow.run(async (tx) => {
      const scored = await this.begin(tx, attempt);
      if (scored === null) return;
      await this.attempts.addScores(tx, attemptId, scored.generation, machineScores(outcome));
      const open = openTasks(scored, sheet, outcome, responses);
      await this.tasks.add(tx, open);
      if (open.length === 0) await this.settle.within(tx, scored, settling);
      this.switches.crashPoint('grading.score.before-commit');
    });
    this.switches.crashPoint('grading.score.after-commit');
  }

  /** The attempt in the generation to be written; null when another run was first. */
  private async begin(tx: Tx, attempt: ScoredAttempt): Promise<ScoredAttempt | null> {
    if (await this.attempts.add(tx, attempt)) return attempt;
    if (!this.switches.without('score-once')) return null;
    return { ...attempt, generation: await this.attempts.nextGeneration(tx, attempt.attemptId) };
  }
}

export function machineScores(outcome: FormOutcome): Score[] {
  return outcome.items.flatMap(({ ref, points, maxPoints, detail }) =>
    points === null ? [] : [{ ref, points, maxPoints, source: 'machine' as const, outcome: detail }],
  );
}

/** The open responses that a person must mark, as tasks. */
export function openTasks(
  attempt: ScoredAttempt,
  sheet: KeySheet,
  outcome: FormOutcome,
  responses: Readonly<Record<string, unknown>>,
) {
  const itemOf = new Map(sheet.items.map((item) => [item.ref, item]));
  return outcome.items
    .filter(({ needsMarking }) => needsMarking)
    .map(({ ref, maxPoints }) => ({
      id: newTaskId(),
      attemptId: attempt.attemptId,
      sessionId: attempt.sessionId,
      formId: sheet.formId as FormId,
      itemRef: ref,
      itemVersionId: itemOf.get(ref)!.itemVersionId as ItemVersionId,
      generation: attempt.generation,
      scriptNo: newScriptNo(),
      response: String(responses[ref]),
      maxPoints,
    }));
}
