import { Injectable } from '@nestjs/common';
import { AuditTrail, type DeedOf } from '@hz/audit';
import { Clock, type AttemptId, type Instant, type LeaseId, type Principal } from '@hz/kernel';
import { GroupCommit, newId, TestSwitches, UnitOfWork, type Outcome } from '@hz/platform';
import {
  AttemptClosed,
  EntryClosed,
  NotOpenYet,
  NotStarted,
  type AttemptView,
  type PageIdentity,
  type StartedAttempt,
} from '../contract';
import { mayStart } from '../domain/attempt-rules';
import { entryOf, startOf } from '../domain/start';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { MacKeys } from './mac-keys';
import { OwnAttempts } from './own-attempts';
import { PaperKeysDesk } from './paper-keys-desk';
import { Sittings, type Sitting } from './sittings';

/** What a page asks for: to start or go on, or to take the writing over. Who starts knows the terms. */
interface Order {
  readonly who: Principal;
  readonly id: AttemptId;
  readonly page: PageIdentity;
  readonly terms: Sitting | null;
}

/** What became of an attempt, and what is to be recorded of it; nothing where the page had what it asks for. */
interface Begun {
  readonly attempt: AttemptRow;
  readonly deed: DeedOf | null;
}

/**
 * Starts an attempt, or takes it over on another page: both give the caller the one right to write. At the hour a whole session starts,
 * so that those who come while a transaction runs go together in the next.
 */
@Injectable()
export class StartAttempt {
  private readonly commits = new GroupCommit<Order, AttemptRow>((orders, { mayWait }) => this.commit(orders, mayWait));

  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly own: OwnAttempts,
    private readonly sittings: Sittings,
    private readonly macKeys: MacKeys,
    private readonly keys: PaperKeysDesk,
    private readonly audit: AuditTrail,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /**
   * Starts, or goes on with what was started: the deadline is set once, and a page that asks again gets the lease that it has.
   * The keys of the paper come with it. Throws AttemptNotFound, NotOpenYet, EntryClosed, AttemptClosed, PageKeyUnusable.
   */
  async run(who: Principal, id: AttemptId, page: PageIdentity = {}): Promise<StartedAttempt> {
    this.keys.check(page);
    const before = await this.own.find(who, id);
    const terms = await this.sittings.of(before);
    // Too early is too early without a lock: whoever hammers on the door keeps no connection from those inside.
    if (before.status === 'prepared' && this.clock.now() < terms.opensAt) throw notOpenYet(terms);
    const row = await this.commits.run({ who, id, page, terms });
    return this.reply(row, page, await this.own.viewIn(row, terms));
  }

  /** Takes the writing over from another page or device. Throws AttemptNotFound, NotStarted, AttemptClosed, PageKeyUnusable. */
  async takeOver(who: Principal, id: AttemptId, page: PageIdentity = {}): Promise<StartedAttempt> {
    this.keys.check(page);
    await this.own.find(who, id);
    const row = await this.commits.run({ who, id, page, terms: null });
    return this.reply(row, page, await this.own.viewOf(row));
  }

  private commit(orders: readonly Order[], mayWait: boolean): Promise<Outcome<AttemptRow>[]> {
    return this.uow.run(async (tx) => {
      const held = await this.attempts.hold(tx, [...new Set(orders.map(({ id }) => id))], { mayWait });
      const now = this.clock.now();
      const deeds: DeedOf[] = [];
      const changed = new Map<AttemptId, AttemptRow>();
      const outcomes = orders.map((order): Outcome<AttemptRow> => {
        // Two pages of one attempt may come together: the second finds what the first has done.
        const attempt = changed.get(order.id) ?? held.get(order.id);
        if (attempt === undefined) return 'held';
        const refused = refusalOf(attempt, order, now);
        if (refused !== null) return { refused };
        const begun = attempt.status === 'prepared' ? this.start(attempt, order, now) : this.lease(attempt, order);
        if (begun.deed !== null) deeds.push(begun.deed);
        if (begun.attempt !== attempt) changed.set(order.id, begun.attempt);
        return { value: begun.attempt };
      });
      await this.attempts.begin(tx, [...changed.values()]);
      await this.audit.recordEach(tx, deeds);
      this.switches.crashPoint('delivery.begin.before-commit');
      return outcomes;
    });
  }

  private start(attempt: AttemptRow, { who, page, terms }: Order, now: Instant): Begun {
    const by = { now, leaseId: newId<LeaseId>(), pageId: page.pageId ?? null };
    const started = { ...attempt, ...startOf(terms!, attempt, by) };
    const details = { deadlineAt: started.deadlineAt, ...this.keys.recorded(started, page) };
    return { attempt: started, deed: deedOf(who, 'delivery.attempt-started', started, details) };
  }

  /** Rotates the lease, unless this very page holds it: its reply was lost and it asks again (P2). */
  private lease(attempt: AttemptRow, { who, page, terms }: Order): Begun {
    const isHolder = page.pageId !== undefined && attempt.leasePageId === page.pageId;
    if (isHolder) return { attempt, deed: this.keys.repeated(who, attempt, page) };
    const change = { leaseId: newId<LeaseId>(), leaseNo: attempt.leaseNo + 1, leasePageId: page.pageId ?? null };
    const details = { leaseNo: change.leaseNo, ...this.keys.recorded(attempt, page) };
    const action = terms === null ? 'delivery.attempt-taken-over' : 'delivery.attempt-resumed';
    return { attempt: { ...attempt, ...change }, deed: deedOf(who, action, attempt, details) };
  }

  private async reply(row: AttemptRow, page: PageIdentity, attempt: AttemptView): Promise<StartedAttempt> {
    this.switches.crashPoint('delivery.begin.after-commit');
    const lease = { leaseId: row.leaseId!, leaseNo: row.leaseNo, macKey: this.macKeys.of(row.id) };
    return {
      attempt,
      lease,
      seed: row.seed,
      paperKeys: await this.keys.of(row, page),
    };
  }
}

function deedOf(who: Principal, action: string, { id }: AttemptRow, details: Record<string, unknown>): DeedOf {
  return { who, action, object: { type: 'attempt', id }, details };
}

/** Why an attempt cannot be begun by this order; null when it can. */
function refusalOf(attempt: AttemptRow, { terms }: Order, now: Instant): Error | null {
  if (attempt.status === 'submitted') return new AttemptClosed();
  if (attempt.status === 'started') return null;
  if (terms === null) return new NotStarted();
  const verdict = mayStart(entryOf(terms, attempt.windowShiftMs), now);
  if (verdict.start) return null;
  return verdict.why === 'not-open-yet' ? notOpenYet(terms) : new EntryClosed();
}

function notOpenYet({ opensAt }: Sitting): NotOpenYet {
  return new NotOpenYet({ opensAt });
}
