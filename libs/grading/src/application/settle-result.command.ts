import { Injectable } from '@nestjs/common';
import type { KeySheet } from '@hz/assembly/keys';
import { Clock, type AttemptId } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { profileOf } from '@hz/scoring';
import type { ScoredAttempt } from '../domain/grading-records';
import { resultBodyOf } from '../domain/result-body';
import { MarkingTaskRepository } from '../persistence/marking-task.repository';
import { ResultRepository } from '../persistence/result.repository';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';
import { SettlingSources, type SettlingRules } from './settling-rules';

/** Computes the provisional result of an attempt of which nothing waits any more. May run any number of times. */
@Injectable()
export class SettleResult {
  constructor(
    private readonly attempts: ScoredAttemptRepository,
    private readonly tasks: MarkingTaskRepository,
    private readonly results: ResultRepository,
    private readonly sources: SettlingSources,
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
  ) {}

  async run(attemptId: AttemptId): Promise<void> {
    const known = await this.attempts.find(attemptId);
    if (known === null || known.releasedAt !== null) return;
    const rules = await this.rulesOf(known);
    await this.uow.run(async (tx) => {
      const attempt = await this.attempts.lock(tx, attemptId);
      if (attempt === null || attempt.releasedAt !== null) return;
      if ((await this.tasks.countOpen(tx, attemptId)) > 0) return;
      await this.within(tx, attempt, rules);
    });
  }

  rulesOf(attempt: Pick<ScoredAttempt, 'sessionId' | 'formId'>, sheet?: KeySheet): Promise<SettlingRules> {
    return this.sources.rulesOf(attempt, sheet);
  }

  /** In the transaction of the caller, who holds the attempt and knows that nothing waits. */
  async within(tx: Tx, attempt: ScoredAttempt, { scheme, items }: SettlingRules): Promise<void> {
    const now = this.clock.now();
    const scores = await this.attempts.scores(tx, attempt.attemptId, attempt.generation);
    await this.results.putProvisional(tx, attempt, resultBodyOf(scheme, profileOf(items, scores)), now);
    await this.attempts.markSettled(tx, attempt.attemptId, now);
  }
}
