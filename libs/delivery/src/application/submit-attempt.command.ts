import { Injectable } from '@nestjs/common';
import { Clock, type AttemptId, type Principal } from '@hz/kernel';
import { TestSwitches, UnitOfWork } from '@hz/platform';
import { NotStarted, NotTheWriter, TooEarlyToHandIn, type Receipt } from '../contract';
import { maySubmit } from '../domain/attempt-rules';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { HandIn } from './hand-in';
import { OwnAttempts } from './own-attempts';
import { Receipts } from './receipts';

/** Hands in one's own attempt. */
@Injectable()
export class SubmitAttempt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly own: OwnAttempts,
    private readonly handIn: HandIn,
    private readonly receipts: Receipts,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /**
   * A repeat gives the same receipt. Who comes after the grace finds what the worker would have done: handed in at the deadline.
   * Throws AttemptNotFound, NotStarted, NotTheWriter, TooEarlyToHandIn.
   */
  async run(who: Principal, id: AttemptId, leaseId: string): Promise<Receipt> {
    await this.own.find(who, id);
    const row = await this.uow.run(async (tx) => {
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'submitted') return attempt;
      const now = this.clock.now();
      const verdict = maySubmit(attempt, leaseId, now);
      if (!verdict.submit) throw refusal(verdict.why, attempt);
      const { deadlineAt, graceEndsAt } = attempt;
      const tooLate = now > graceEndsAt!;
      const ending = tooLate ? { by: 'worker' as const, at: deadlineAt! } : { by: 'candidate' as const, at: now };
      const [ended] = await this.handIn.run(tx, who, attempt.sessionId, [{ attempt, ...ending }]);
      return ended!;
    });
    this.switches.crashPoint('delivery.submit.after-commit');
    return this.receipts.of(row);
  }
}

function refusal(why: 'not-started' | 'not-the-writer' | 'too-early', { earliestHandInAt }: AttemptRow): Error {
  if (why === 'not-started') return new NotStarted();
  return why === 'not-the-writer' ? new NotTheWriter() : new TooEarlyToHandIn({ from: earliestHandInAt });
}
