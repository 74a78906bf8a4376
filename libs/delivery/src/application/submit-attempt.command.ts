import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem, hashOf, mayBecome, type AttemptId, type Instant, type Principal } from '@hz/kernel';
import { Outbox, TestSwitches, UnitOfWork, type Tx } from '@hz/platform';
import {
  attemptSubmitted,
  NotStarted,
  NotTheWriter,
  TooEarlyToHandIn,
  type Receipt,
  type Submitter,
} from '../contract';
import { ATTEMPT_LIFE, maySubmit } from '../domain/attempt-rules';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { ResponseLogRepository } from '../persistence/response-log.repository';
import { OwnAttempts } from './own-attempts';
import { Receipts } from './receipts';

/** Hands an attempt in: by its candidate, or by the worker at its end. Both meet in one submission (P2). */
@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly log: ResponseLogRepository,
    private readonly own: OwnAttempts,
    private readonly receipts: Receipts,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /** A repeat gives the same receipt. Throws AttemptNotFound, NotStarted, NotTheWriter, TooEarlyToHandIn. */
  async run(who: Principal, id: AttemptId, leaseId: string): Promise<Receipt> {
    await this.own.find(who, id);
    const row = await this.uow.run(async (tx) => {
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'submitted') return attempt;
      const verdict = maySubmit(attempt, leaseId, this.clock.now());
      if (!verdict.submit) throw refusal(verdict.why, attempt);
      return this.submit(tx, who, attempt, 'candidate', this.clock.now());
    });
    this.switches.crashPoint('delivery.submit.after-commit');
    return this.receipts.of(row);
  }

  /** Closes an attempt whose grace is over. It is stamped with its deadline, not with the moment of the sweep. */
  async close(id: AttemptId): Promise<void> {
    await this.uow.run(async (tx) => {
      const attempt = await this.attempts.lock(tx, id);
      if (attempt === null || attempt.status !== 'started' || this.clock.now() <= attempt.graceEndsAt!) return;
      await this.submit(tx, dangerouslySystem('close-overdue'), attempt, 'worker', attempt.deadlineAt!);
    });
    this.switches.crashPoint('delivery.close.after-commit');
  }

  private async submit(tx: Tx, who: Principal, attempt: AttemptRow, by: Submitter, at: Instant): Promise<AttemptRow> {
    if (!mayBecome(ATTEMPT_LIFE, attempt.status, 'submitted')) throw new NotStarted();
    const { id, sessionId, registrationId } = attempt;
    const newest = await this.log.newest(sessionId, id, tx);
    const responses = newest.map(({ itemRef, seq, value }) => ({ itemRef, seq, value }));
    const hash = hashOf({ attemptId: id, responses });
    const receipt = { attemptId: id, sessionId, submittedAt: at, submittedBy: by, responses, hash };
    const change = { status: 'submitted' as const, submittedAt: at, submittedBy: by, receipt };
    await this.attempts.change(tx, id, change);
    await this.audit.record(
      tx,
      who,
      'delivery.attempt-submitted',
      { type: 'attempt', id },
      { by, hash, responses: responses.length },
    );
    await this.outbox.publish(tx, attemptSubmitted({ attemptId: id, sessionId, registrationId }));
    this.switches.crashPoint('delivery.submit.before-commit');
    return { ...attempt, ...change };
  }
}

function refusal(why: 'not-started' | 'not-the-writer' | 'too-early', { earliestHandInAt }: AttemptRow): Error {
  if (why === 'not-started') return new NotStarted();
  return why === 'not-the-writer' ? new NotTheWriter() : new TooEarlyToHandIn({ from: earliestHandInAt });
}
