import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Schemes } from '@hz/competency';
import {
  Clock,
  instant,
  type FormId,
  type Instant,
  type Principal,
  type SchemeVersionId,
  type SessionId,
} from '@hz/kernel';
import { newId, UnitOfWork } from '@hz/platform';
import {
  SchemeNotPublished,
  SessionNotDraft,
  SessionNotFound,
  SessionNotValid,
  type SessionChange,
  type SessionDraft,
} from '../contract';
import { sessionProblems } from '../domain/session-check';
import type { SessionRow } from '../persistence/registration.entities';
import { SessionRepository } from '../persistence/session.repository';

/** Plans a session, and changes it while it is a draft. */
@Injectable()
export class PlanSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionRepository,
    private readonly schemes: Schemes,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws SessionNotValid, SchemeNotPublished. */
  async create(who: Principal, draft: SessionDraft): Promise<SessionId> {
    refuseProblems(draft);
    await this.refuseUnpublished(draft.schemeVersionId);
    return this.uow.run(async (tx) => {
      const id = newId<SessionId>();
      const code = await this.sessions.nextCode(tx, instant(draft.opensAt));
      const row = {
        id,
        code,
        status: 'draft' as const,
        createdAt: this.clock.now(),
        releasedAt: null,
        cancelledReason: null,
      };
      await this.sessions.save(tx, { ...row, ...columnsOf(draft) });
      await this.audit.record(tx, who, 'registration.session-planned', { type: 'session', id }, { code });
      return id;
    });
  }

  /** What is left out stays. Throws SessionNotFound, SessionNotDraft, SessionNotValid, SchemeNotPublished. */
  async change(who: Principal, id: SessionId, change: SessionChange): Promise<void> {
    const before = await this.sessions.byId(id);
    if (before === null) throw new SessionNotFound();
    await this.refuseUnpublished(change.schemeVersionId ?? before.schemeVersionId);
    await this.uow.run(async (tx) => {
      const row = await this.sessions.lock(tx, id);
      if (row === null) throw new SessionNotFound();
      if (row.status !== 'draft') throw new SessionNotDraft();
      const changed = { ...row, ...change } as SessionDraft;
      refuseProblems(changed);
      await this.sessions.save(tx, { ...row, ...columnsOf(changed) });
      await this.audit.record(
        tx,
        who,
        'registration.session-changed',
        { type: 'session', id },
        { fields: Object.keys(change) },
      );
    });
  }

  private async refuseUnpublished(schemeVersionId: string): Promise<void> {
    const scheme = await this.schemes.versionById(schemeVersionId);
    if (scheme.status !== 'published') throw new SchemeNotPublished();
  }
}

function refuseProblems(draft: SessionDraft): void {
  const problems = sessionProblems(draft);
  if (problems.length > 0) throw new SessionNotValid({ count: problems.length }, problems);
}

type Columns = Pick<
  SessionRow,
  | 'title'
  | 'schemeVersionId'
  | 'formIds'
  | 'opensAt'
  | 'closesAt'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
  | 'capacity'
  | 'rules'
>;

function columnsOf(draft: SessionDraft): Columns {
  return {
    title: draft.title,
    schemeVersionId: draft.schemeVersionId as SchemeVersionId,
    formIds: draft.formIds as FormId[],
    opensAt: draft.opensAt as Instant,
    closesAt: draft.closesAt as Instant,
    registrationOpensAt: draft.registrationOpensAt as Instant,
    registrationClosesAt: draft.registrationClosesAt as Instant,
    capacity: draft.capacity,
    rules: draft.rules,
  };
}
