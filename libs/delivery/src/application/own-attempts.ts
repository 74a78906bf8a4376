import { Injectable } from '@nestjs/common';
import { Clock, type AttemptId, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { Registrations, Sessions } from '@hz/registration';
import { AttemptNotFound, type AttemptView, type Resume } from '../contract';
import type { AttemptRow } from '../persistence/attempt.entity';
import { AttemptRepository } from '../persistence/attempt.repository';
import { ResponseLogRepository } from '../persistence/response-log.repository';
import { attemptView } from './attempt-view';
import type { Sitting } from './sittings';
import { SealedPapers } from './sealed-papers';

/** A candidate's own attempts; another's read as not found (P9). */
@Injectable()
export class OwnAttempts {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly log: ResponseLogRepository,
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
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
    const [session, registration] = await Promise.all([
      this.sessions.byId(row.sessionId),
      this.registrations.byId(row.registrationId),
    ]);
    return this.viewIn(row, { session, registration });
  }

  /** The same for who has read session and registration already. */
  async viewIn(row: AttemptRow, around: Pick<Sitting, 'session' | 'registration'>): Promise<AttemptView> {
    const paper = row.status === 'submitted' ? null : await this.papers.seal(row.sessionId, row.formId);
    return attemptView(row, { ...around, paper }, this.clock.now());
  }
}
