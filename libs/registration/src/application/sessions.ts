import { Injectable } from '@nestjs/common';
import { Schemes } from '@hz/competency';
import type { SchemeView } from '@hz/competency/contract';
import { hasRole, type Instant, type Principal, type SchemeVersionId, type SessionId } from '@hz/kernel';
import type { Tx } from '@hz/platform';
import { SESSION_STATUSES, SessionNotFound, type SessionStatus, type SessionView } from '../contract';
import { sessionWarnings } from '../domain/session-check';
import type { SessionRow } from '../persistence/registration.entities';
import { SessionRepository } from '../persistence/session.repository';
import { sessionRecord, type SessionRecord } from './records';

const PUBLIC_STATUSES: readonly SessionStatus[] = ['open', 'closed', 'released'];
/** The largest extra time that is commonly granted; a session whose window cannot hold it says so. */
const USUAL_EXTRA_PERCENT = 50;

/** Sessions, for reading. Drafts are for those who run exams. */
@Injectable()
export class Sessions {
  constructor(
    private readonly sessions: SessionRepository,
    private readonly schemes: Schemes,
  ) {}

  /** Throws SessionNotFound. */
  async byId(id: SessionId): Promise<SessionRecord> {
    const row = await this.sessions.byId(id);
    if (row === null) throw new SessionNotFound();
    return sessionRecord(row);
  }

  /** The session as it is, held so that it neither closes nor is released before the transaction ends. Throws SessionNotFound. */
  async hold(tx: Tx, id: SessionId): Promise<SessionRecord> {
    const row = await this.sessions.share(tx, id);
    if (row === null) throw new SessionNotFound();
    return sessionRecord(row);
  }

  /** Sessions that have begun and whose results are not released yet. */
  async begun(now: Instant): Promise<SessionRecord[]> {
    const rows = await this.sessions.list({ statuses: ['open', 'closed'] });
    return rows.filter(({ opensAt }) => opensAt <= now).map(sessionRecord);
  }

  /** The scheme version that the session is held for. */
  async schemeOf(id: SessionId): Promise<SchemeView> {
    return this.schemes.versionById((await this.byId(id)).schemeVersionId);
  }

  async list(
    who: Principal | null,
    filter: { scheme?: string | undefined; status?: SessionStatus | undefined },
  ): Promise<SessionView[]> {
    const visible = manages(who) ? SESSION_STATUSES : PUBLIC_STATUSES;
    const rows = await this.sessions.list({
      statuses: visible.filter((status) => filter.status === undefined || filter.status === status),
      ...(filter.scheme && { schemeVersionId: filter.scheme as SchemeVersionId }),
    });
    return this.views(who, rows);
  }

  /** Throws SessionNotFound, for a draft also when the caller runs no exams. */
  async view(who: Principal | null, id: SessionId): Promise<SessionView> {
    const row = await this.sessions.byId(id);
    if (row === null || !(manages(who) || PUBLIC_STATUSES.includes(row.status))) throw new SessionNotFound();
    return (await this.views(who, [row]))[0]!;
  }

  private async views(who: Principal | null, rows: readonly SessionRow[]): Promise<SessionView[]> {
    const taken = await this.sessions.seatsTaken(rows.map(({ id }) => id));
    return rows.map((row) => ({
      id: row.id,
      code: row.code,
      title: row.title,
      schemeVersionId: row.schemeVersionId,
      status: row.status,
      opensAt: row.opensAt,
      closesAt: row.closesAt,
      registrationOpensAt: row.registrationOpensAt,
      registrationClosesAt: row.registrationClosesAt,
      capacity: row.capacity,
      registered: taken.get(row.id) ?? 0,
      rules: row.rules,
      releasedAt: row.releasedAt,
      formIds: manages(who) ? row.formIds : null,
      warnings: manages(who) ? sessionWarnings(row, USUAL_EXTRA_PERCENT) : null,
    }));
  }
}

function manages(who: Principal | null): boolean {
  return who !== null && hasRole(who, 'exam-manager', 'invigilator', 'administrator');
}
