import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type AttemptId, type Instant, type Principal } from '@hz/kernel';
import { TestSwitches, UnitOfWork } from '@hz/platform';
import {
  AttemptClosed,
  enterSection,
  NotStarted,
  NotTheWriter,
  SectionNotNext,
  SectionTooEarly,
  type EnteredSection,
  type EnterSectionInput,
} from '../contract';
import { sectionPlanOf } from '../domain/sitting';
import { AttemptRepository } from '../persistence/attempt.repository';
import { OwnAttempts } from './own-attempts';
import { PaperKeysDesk } from './paper-keys-desk';
import { Sittings } from './sittings';

/** Leaves a section for the next one. The rules hold here and in the save itself (R8), not in the page. */
@Injectable()
export class EnterSection {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly own: OwnAttempts,
    private readonly sittings: Sittings,
    private readonly keys: PaperKeysDesk,
    private readonly audit: AuditTrail,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives the keys of what is entered with it. A section that is open already stays as it is. Throws AttemptNotFound, NotStarted,
   * AttemptClosed, NotTheWriter, SectionNotNext, SectionTooEarly, PageKeyUnusable.
   */
  async run(who: Principal, id: AttemptId, input: EnterSectionInput): Promise<EnteredSection> {
    this.keys.check(input);
    const terms = await this.sittings.of(await this.own.find(who, id));
    const row = await this.uow.run(async (tx) => {
      const attempt = (await this.attempts.lock(tx, id))!;
      if (attempt.status === 'submitted') throw new AttemptClosed();
      if (attempt.status === 'prepared' || attempt.sectionState === null) throw new NotStarted();
      if (attempt.leaseId !== input.leaseId) throw new NotTheWriter();
      const plan = sectionPlanOf(terms, attempt.deadlineAt!);
      const verdict = enterSection(plan, attempt.sectionState, input.sectionId, this.clock.now());
      if (!verdict.enter) throw verdict.why === 'too-early' ? new SectionTooEarly() : new SectionNotNext();
      if (verdict.state === attempt.sectionState) {
        const repeated = this.keys.repeated(who, attempt, input);
        if (repeated !== null) await this.audit.recordEach(tx, [repeated]);
        return attempt;
      }
      const { open, endsAt } = verdict.state;
      const change = { sectionState: verdict.state, openSections: open, sectionEndsAt: endsAt as Instant | null };
      await this.attempts.change(tx, id, change);
      const entered = { ...attempt, ...change };
      const details = { section: input.sectionId, ...this.keys.recorded(entered, input) };
      await this.audit.record(tx, who, 'delivery.section-entered', { type: 'attempt', id }, details);
      this.switches.crashPoint('delivery.enter-section.before-commit');
      return entered;
    });
    this.switches.crashPoint('delivery.enter-section.after-commit');
    return { attempt: await this.own.viewOf(row), paperKeys: await this.keys.of(row, input) };
  }
}
