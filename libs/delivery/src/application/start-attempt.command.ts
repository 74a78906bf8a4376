import { Injectable } from '@nestjs/common';
import { Forms } from '@hz/assembly';
import { AuditTrail } from '@hz/audit';
import { Clock, MS_PER_MINUTE, plus, type AttemptId, type Instant, type LeaseId, type Principal } from '@hz/kernel';
import { newId, UnitOfWork, type Tx } from '@hz/platform';
import { Registrations, Sessions, type RegistrationRecord, type SessionRecord } from '@hz/registration';
import {
  AttemptClosed,
  EntryClosed,
  NotOpenYet,
  NotStarted,
  openingState,
  type SectionPlan,
  type SectionState,
  type StartedAttempt,
} from '../contract';
import { deadlineOf, graceEndOf, latestStartOf } from '../domain/deadline';
import { mayStart } from '../domain/attempt-rules';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { MacKeys } from './mac-keys';
import { OwnAttempts } from './own-attempts';

const NO_INCIDENTS = 0;

/** Starts an attempt, or takes it over on another page: both give the caller the one right to write. */
@Injectable()
export class StartAttempt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly own: OwnAttempts,
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
    private readonly forms: Forms,
    private readonly macKeys: MacKeys,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Starts, or goes on with what was started: the deadline is set once. Throws AttemptNotFound, NotOpenYet, EntryClosed, AttemptClosed. */
  async run(who: Principal, id: AttemptId): Promise<StartedAttempt> {
    const found = await this.own.find(who, id);
    const [session, registration] = await Promise.all([
      this.sessions.byId(found.sessionId),
      this.registrations.byId(found.registrationId),
    ]);
    const plan = await this.sectionPlan(found, session, registration);
    const row = await this.uow.run(async (tx) => {
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'submitted') throw new AttemptClosed();
      if (attempt.status === 'started') return this.newLease(tx, who, attempt, 'delivery.attempt-resumed');
      const now = this.clock.now();
      const latestStartAt = latestStartOf(session.opensAt, session.rules);
      const verdict = mayStart({ ...session, latestStartAt }, now);
      if (!verdict.start)
        throw verdict.why === 'not-open-yet' ? new NotOpenYet({ opensAt: session.opensAt }) : new EntryClosed();
      return this.start(tx, who, attempt, { session, registration, now, sections: openingState(plan(now), now) });
    });
    return this.reply(row);
  }

  /** Takes the writing over from another tab or device. Throws AttemptNotFound, NotStarted, AttemptClosed. */
  async takeOver(who: Principal, id: AttemptId): Promise<StartedAttempt> {
    await this.own.find(who, id);
    const row = await this.uow.run(async (tx) => {
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'submitted') throw new AttemptClosed();
      if (attempt.status === 'prepared') throw new NotStarted();
      return this.newLease(tx, who, attempt, 'delivery.attempt-taken-over');
    });
    return this.reply(row);
  }

  /** The section rules of an attempt that starts at a given moment. */
  async sectionPlan(
    attempt: Pick<AttemptRow, 'formId'>,
    session: SessionRecord,
    { accommodation }: RegistrationRecord,
  ): Promise<(startedAt: Instant) => SectionPlan> {
    const outline = await this.forms.outline(attempt.formId);
    return (startedAt) => ({
      ids: outline.sections.map((section) => section.id),
      rules: session.rules.sections,
      stretch: 1 + accommodation.extraTimePercent / 100,
      deadlineAt: deadlineOf({
        startedAt,
        rules: session.rules,
        accommodation,
        incidentsMs: NO_INCIDENTS,
        closesAt: session.closesAt,
      }),
    });
  }

  private async start(
    tx: Tx,
    who: Principal,
    attempt: AttemptRow,
    input: { session: SessionRecord; registration: RegistrationRecord; now: Instant; sections: SectionState },
  ): Promise<AttemptRow> {
    const { session, registration, now, sections } = input;
    const { accommodation } = registration;
    const deadlineAt = deadlineOf({
      startedAt: now,
      rules: session.rules,
      accommodation,
      incidentsMs: NO_INCIDENTS,
      closesAt: session.closesAt,
    });
    const change: Partial<AttemptRow> = {
      status: 'started',
      pledgedAt: now,
      startedAt: now,
      deadlineAt,
      graceEndsAt: graceEndOf(deadlineAt, session.rules),
      earliestHandInAt: plus(now, session.rules.earliestHandInMinutes * MS_PER_MINUTE),
      leaseId: newId<LeaseId>(),
      leaseNo: 1,
      sectionState: sections,
      openSections: sections.open,
      sectionEndsAt: sections.endsAt as Instant | null,
    };
    await this.attempts.change(tx, attempt.id, change);
    await this.audit.record(tx, who, 'delivery.attempt-started', { type: 'attempt', id: attempt.id }, { deadlineAt });
    return { ...attempt, ...change };
  }

  private async newLease(tx: Tx, who: Principal, attempt: AttemptRow, action: string): Promise<AttemptRow> {
    const change = { leaseId: newId<LeaseId>(), leaseNo: attempt.leaseNo + 1 };
    await this.attempts.change(tx, attempt.id, change);
    await this.audit.record(tx, who, action, { type: 'attempt', id: attempt.id }, { leaseNo: change.leaseNo });
    return { ...attempt, ...change };
  }

  private async reply(row: AttemptRow): Promise<StartedAttempt> {
    const lease = { leaseId: row.leaseId!, leaseNo: row.leaseNo, macKey: this.macKeys.of(row.id) };
    return { attempt: await this.own.viewOf(row), lease };
  }
}
