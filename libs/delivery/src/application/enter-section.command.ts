import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type AttemptId, type Instant, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { Registrations, Sessions } from '@hz/registration';
import {
  AttemptClosed,
  enterSection,
  NotStarted,
  NotTheWriter,
  SectionNotNext,
  SectionTooEarly,
  type AttemptView,
} from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';
import { OwnAttempts } from './own-attempts';
import { StartAttempt } from './start-attempt.command';

/** Leaves a section for the next one. The rules hold here and in the save itself (R8), not in the page. */
@Injectable()
export class EnterSection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly own: OwnAttempts,
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
    private readonly start: StartAttempt,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws AttemptNotFound, NotStarted, AttemptClosed, NotTheWriter, SectionNotNext, SectionTooEarly. */
  async run(who: Principal, id: AttemptId, input: { leaseId: string; sectionId: string }): Promise<AttemptView> {
    const found = await this.own.find(who, id);
    const [session, registration] = await Promise.all([
      this.sessions.byId(found.sessionId),
      this.registrations.byId(found.registrationId),
    ]);
    const plan = await this.start.sectionPlan(found, session, registration);
    await this.uow.run(async (tx) => {
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'submitted') throw new AttemptClosed();
      if (attempt.status === 'prepared' || attempt.sectionState === null) throw new NotStarted();
      if (attempt.leaseId !== input.leaseId) throw new NotTheWriter();
      const verdict = enterSection(plan(attempt.startedAt!), attempt.sectionState, input.sectionId, this.clock.now());
      if (!verdict.enter) throw verdict.why === 'too-early' ? new SectionTooEarly() : new SectionNotNext();
      const { state } = verdict;
      await this.attempts.change(tx, id, {
        sectionState: state,
        openSections: state.open,
        sectionEndsAt: state.endsAt as Instant | null,
      });
      await this.audit.record(
        tx,
        who,
        'delivery.section-entered',
        { type: 'attempt', id },
        { section: input.sectionId },
      );
    });
    return this.own.view(who, id);
  }
}
