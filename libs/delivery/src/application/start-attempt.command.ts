import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, MS_PER_MINUTE, plus, type AttemptId, type Instant, type LeaseId, type Principal } from '@hz/kernel';
import { newId, UnitOfWork, type Tx } from '@hz/platform';
import {
  AttemptClosed,
  EntryClosed,
  NotOpenYet,
  NotStarted,
  openingState,
  type AttemptView,
  type PageIdentity,
  type StartedAttempt,
} from '../contract';
import { mayStart } from '../domain/attempt-rules';
import { graceEndOf, latestStartOf } from '../domain/deadline';
import { deadlineFor, sectionPlanOf, type SittingTerms } from '../domain/sitting';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { MacKeys } from './mac-keys';
import { OwnAttempts } from './own-attempts';
import { PaperKeysDesk } from './paper-keys-desk';
import { Sittings, type Sitting } from './sittings';

/** Starts an attempt, or takes it over on another page: both give the caller the one right to write. */
@Injectable()
export class StartAttempt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly own: OwnAttempts,
    private readonly sittings: Sittings,
    private readonly macKeys: MacKeys,
    private readonly keys: PaperKeysDesk,
    private readonly audit: AuditTrail,
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
    const row = await this.uow.run(async (tx) => {
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'submitted') throw new AttemptClosed();
      if (attempt.status === 'started') return this.lease(tx, who, attempt, { page, deed: 'resumed' });
      const now = this.clock.now();
      const verdict = mayStart(entryOf(terms, attempt), now);
      if (verdict.start) return this.start(tx, who, attempt, { terms, page, now });
      throw verdict.why === 'not-open-yet' ? notOpenYet(terms) : new EntryClosed();
    });
    return this.reply(row, page, await this.own.viewIn(row, terms));
  }

  /** Takes the writing over from another page or device. Throws AttemptNotFound, NotStarted, AttemptClosed, PageKeyUnusable. */
  async takeOver(who: Principal, id: AttemptId, page: PageIdentity = {}): Promise<StartedAttempt> {
    this.keys.check(page);
    await this.own.find(who, id);
    const row = await this.uow.run(async (tx) => {
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'submitted') throw new AttemptClosed();
      if (attempt.status === 'prepared') throw new NotStarted();
      return this.lease(tx, who, attempt, { page, deed: 'taken-over' });
    });
    return this.reply(row, page, await this.own.viewOf(row));
  }

  private async start(
    tx: Tx,
    who: Principal,
    attempt: AttemptRow,
    { terms, page, now }: { terms: SittingTerms; page: PageIdentity; now: Instant },
  ): Promise<AttemptRow> {
    const deadlineAt = deadlineFor(terms, now, attempt);
    const sections = openingState(sectionPlanOf(terms, deadlineAt), now);
    const change: Partial<AttemptRow> = {
      status: 'started',
      pledgedAt: now,
      startedAt: now,
      deadlineAt,
      graceEndsAt: graceEndOf(deadlineAt, terms.rules),
      earliestHandInAt: plus(now, terms.rules.earliestHandInMinutes * MS_PER_MINUTE),
      leaseId: newId<LeaseId>(),
      leaseNo: 1,
      leasePageId: page.pageId ?? null,
      sectionState: sections,
      openSections: sections.open,
      sectionEndsAt: sections.endsAt as Instant | null,
    };
    await this.attempts.change(tx, attempt.id, change);
    const started = { ...attempt, ...change };
    const details = { deadlineAt, ...this.keys.recorded(started, page) };
    await this.audit.record(tx, who, 'delivery.attempt-started', { type: 'attempt', id: attempt.id }, details);
    return started;
  }

  /** Rotates the lease, unless this very page holds it: its reply was lost and it asks again (P2). */
  private async lease(
    tx: Tx,
    who: Principal,
    attempt: AttemptRow,
    { page, deed }: { page: PageIdentity; deed: 'resumed' | 'taken-over' },
  ): Promise<AttemptRow> {
    if (page.pageId !== undefined && attempt.leasePageId === page.pageId) {
      await this.keys.recordRepeat(tx, who, attempt, page);
      return attempt;
    }
    const change = { leaseId: newId<LeaseId>(), leaseNo: attempt.leaseNo + 1, leasePageId: page.pageId ?? null };
    await this.attempts.change(tx, attempt.id, change);
    const object = { type: 'attempt', id: attempt.id };
    const details = { leaseNo: change.leaseNo, ...this.keys.recorded(attempt, page) };
    await this.audit.record(tx, who, `delivery.attempt-${deed}`, object, details);
    return { ...attempt, ...change };
  }

  private async reply(row: AttemptRow, page: PageIdentity, attempt: AttemptView): Promise<StartedAttempt> {
    const lease = { leaseId: row.leaseId!, leaseNo: row.leaseNo, macKey: this.macKeys.of(row.id) };
    return {
      attempt,
      lease,
      seed: row.seed,
      paperKeys: await this.keys.of(row, page),
    };
  }
}

/** The window and the last moment to start, moved by incidents that kept everybody from starting. */
function entryOf(terms: Sitting, { windowShiftMs }: Pick<AttemptRow, 'windowShiftMs'>) {
  const latestStartAt = latestStartOf(terms.opensAt, terms.rules);
  return {
    ...terms,
    closesAt: plus(terms.closesAt, windowShiftMs),
    latestStartAt: latestStartAt === null ? null : plus(latestStartAt, windowShiftMs),
  };
}

function notOpenYet({ opensAt }: Sitting): NotOpenYet {
  return new NotOpenYet({ opensAt });
}
