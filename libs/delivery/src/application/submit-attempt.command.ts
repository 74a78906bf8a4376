import { Injectable } from '@nestjs/common';
import { Clock, type AttemptId, type Instant, type Principal, type SessionId } from '@hz/kernel';
import { GroupCommit, TestSwitches, UnitOfWork, type Outcome, type Tx } from '@hz/platform';
import { NotStarted, NotTheWriter, TooEarlyToHandIn, type Receipt } from '../contract';
import { maySubmit } from '../domain/attempt-rules';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { HandIn, type Ending } from './hand-in';
import { OwnAttempts } from './own-attempts';
import { Receipts } from './receipts';

interface Order {
  readonly who: Principal;
  readonly id: AttemptId;
  readonly leaseId: string;
}

/**
 * Hands in one's own attempt. The pages of a whole session hand in at the deadline, so that those who come while a transaction runs go
 * together in the next.
 */
@Injectable()
export class SubmitAttempt {
  private readonly commits = new GroupCommit<Order, AttemptRow>((orders, { mayWait }) => this.commit(orders, mayWait));

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
    const row = await this.commits.run({ who, id, leaseId });
    this.switches.crashPoint('delivery.submit.after-commit');
    return this.receipts.of(row);
  }

  private commit(orders: readonly Order[], mayWait: boolean): Promise<Outcome<AttemptRow>[]> {
    return this.uow.run(async (tx) => {
      const held = await this.attempts.hold(tx, [...new Set(orders.map(({ id }) => id))], { mayWait });
      const now = this.clock.now();
      const refused = new Map<Order, Error>();
      const endings = new Map<AttemptId, Ending>();
      for (const order of orders) {
        const attempt = held.get(order.id);
        if (attempt === undefined || attempt.status === 'submitted') continue;
        const verdict = maySubmit(attempt, order.leaseId, now);
        if (verdict.submit) endings.set(order.id, endingOf(order.who, attempt, now));
        else refused.set(order, refusal(verdict.why, attempt));
      }
      const ended = await this.end(tx, [...endings.values()]);
      return orders.map((order): Outcome<AttemptRow> => {
        const refusedWith = refused.get(order);
        if (refusedWith !== undefined) return { refused: refusedWith };
        const value = ended.get(order.id) ?? held.get(order.id);
        return value === undefined ? 'held' : { value };
      });
    });
  }

  private async end(tx: Tx, endings: readonly Ending[]): Promise<Map<AttemptId, AttemptRow>> {
    const ended = new Map<AttemptId, AttemptRow>();
    for (const [sessionId, ofSession] of bySession(endings))
      for (const row of await this.handIn.run(tx, sessionId, ofSession)) ended.set(row.id, row);
    return ended;
  }
}

function bySession(endings: readonly Ending[]): Map<SessionId, Ending[]> {
  return Map.groupBy(endings, ({ attempt }) => attempt.sessionId);
}

function endingOf(who: Principal, attempt: AttemptRow, now: Instant): Ending {
  const { deadlineAt, graceEndsAt } = attempt;
  return now > graceEndsAt!
    ? { attempt, who, by: 'worker', at: deadlineAt! }
    : { attempt, who, by: 'candidate', at: now };
}

function refusal(why: 'not-started' | 'not-the-writer' | 'too-early', { earliestHandInAt }: AttemptRow): Error {
  if (why === 'not-started') return new NotStarted();
  return why === 'not-the-writer' ? new NotTheWriter() : new TooEarlyToHandIn({ from: earliestHandInAt });
}
