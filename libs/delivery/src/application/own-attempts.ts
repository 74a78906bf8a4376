import { Injectable } from '@nestjs/common';
import { Forms } from '@hz/assembly';
import type { CandidateForm } from '@hz/assembly/contract';
import { Clock, type AttemptId, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { Registrations, Sessions } from '@hz/registration';
import { AttemptClosed, AttemptNotFound, NotStarted, orderedForm, type AttemptView, type Resume } from '../contract';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { ResponseLogRepository } from '../persistence/response-log.repository';
import { attemptView } from './attempt-view';
import { SealedPapers } from './sealed-papers';

/** A candidate's own attempts; another's read as not found (P9). */
@Injectable()
export class OwnAttempts {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly log: ResponseLogRepository,
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
    private readonly forms: Forms,
    private readonly papers: SealedPapers,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws AttemptNotFound. */
  async find(who: Principal, id: AttemptId): Promise<AttemptRow> {
    const row = await this.attempts.byId(id);
    if (row === null || who.via !== 'login' || row.personId !== who.personId) throw new AttemptNotFound();
    return row;
  }

  async view(who: Principal, id: AttemptId): Promise<AttemptView> {
    return this.viewOf(await this.find(who, id));
  }

  async list(who: Principal): Promise<AttemptView[]> {
    if (who.via !== 'login') return [];
    const rows = await this.attempts.ofPerson(who.personId);
    return Promise.all(rows.map((row) => this.viewOf(row)));
  }

  /**
   * The form in the attempt's order, while it is being answered. Sections that have not been entered yet come without their items, so
   * that nobody reads ahead where the rules forbid it (R8). Throws AttemptNotFound, NotStarted, AttemptClosed.
   */
  async form(who: Principal, id: AttemptId): Promise<CandidateForm> {
    const row = await this.find(who, id);
    if (row.status === 'prepared') throw new NotStarted();
    if (row.status === 'submitted') throw new AttemptClosed();
    const [form, session] = await Promise.all([
      this.forms.candidateForm(row.formId),
      this.sessions.byId(row.sessionId),
    ]);
    const { sections, ...head } = orderedForm(form, row.seed, session.rules);
    const entered = new Set([...row.openSections, ...(row.sectionState?.closed ?? [])]);
    const shown = sections.map((section) => (entered.has(section.id) ? section : { ...section, items: [] }));
    return { ...head, sections: shown };
  }

  /** What is saved, for going on after a crash or on another device. */
  async resume(who: Principal, id: AttemptId): Promise<Resume> {
    const row = await this.find(who, id);
    const [responses, lastSeq] = await Promise.all([
      this.log.newest(row.sessionId, id),
      this.log.lastSeq(row.sessionId, id),
    ]);
    return {
      responses: responses.map(({ itemRef, seq, value, savedAt }) => ({ itemRef, seq, value, savedAt })),
      lastSeq,
      flags: row.flags,
    };
  }

  async setFlags(who: Principal, id: AttemptId, flags: string[]): Promise<void> {
    const row = await this.find(who, id);
    if (row.status !== 'started') return;
    await this.uow.run((tx) => this.attempts.change(tx, id, { flags: [...new Set(flags)] }));
  }

  async viewOf(row: AttemptRow): Promise<AttemptView> {
    const [session, registration, paper] = await Promise.all([
      this.sessions.byId(row.sessionId),
      this.registrations.byId(row.registrationId),
      row.status === 'submitted' ? null : this.papers.seal(row.sessionId, row.formId),
    ]);
    return attemptView(row, { session, registration, paper }, this.clock.now());
  }
}
