import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Supplements } from '@hz/delivery';
import { Clock, type Principal, type SessionId } from '@hz/kernel';
import { Outbox, type Tx } from '@hz/platform';
import { ReleaseNotReady, resultReleased } from '../contract';
import type { ScoredAttempt } from '../domain/grading-records';
import { blockersOf, isReleasable } from '../domain/release';
import { GradingProgressRepository } from '../persistence/grading-progress.repository';
import { ResultRepository } from '../persistence/result.repository';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';

/** Grading's part of a release, in the transaction of the release: locks, counts, freezes, tells. */
@Injectable()
export class FinaliseResults {
  constructor(
    private readonly attempts: ScoredAttemptRepository,
    private readonly progress: GradingProgressRepository,
    private readonly results: ResultRepository,
    private readonly supplements: Supplements,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(
    tx: Tx,
    who: Principal,
    sessionId: SessionId,
    delivered: { started: number; submitted: number },
  ): Promise<void> {
    // Whoever marks or settles holds the attempt: with all of them locked, the counts stand.
    const locked = await this.attempts.lockSession(tx, sessionId);
    if (locked.some(({ releasedAt }) => releasedAt !== null)) return;
    const supplemented = await this.supplements.ofSession(tx, sessionId);
    const isStale = ({ attemptId, scoredAt }: ScoredAttempt) => (supplemented.get(attemptId) ?? 0) >= scoredAt;
    const counts = await this.progress.attempts(tx, sessionId);
    const scored = counts.scored - locked.filter(isStale).length;
    const blockers = blockersOf({ ...delivered, ...counts, scored });
    if (!isReleasable(blockers)) throw new ReleaseNotReady({ ...blockers });
    const now = this.clock.now();
    const final = await this.results.finalise(tx, sessionId, now);
    await this.attempts.markReleased(tx, sessionId, now);
    await this.outbox.publish(
      tx,
      ...final.map(({ id, attemptId, personId, schemeVersionId }) =>
        resultReleased({ resultId: id, attemptId, personId, sessionId, schemeVersionId }),
      ),
    );
    const passed = final.filter((result) => result.passed).length;
    await this.audit.record(
      tx,
      who,
      'grading.session-released',
      { type: 'session', id: sessionId },
      { results: final.length, passed },
    );
  }

  released(sessionId: SessionId): Promise<{ results: number; passed: number }> {
    return this.results.released(sessionId);
  }
}
