import { Injectable } from '@nestjs/common';
import { People } from '@hz/identity';
import { hasRole, type InstitutionId, type Principal, type SessionId } from '@hz/kernel';
import { NotFound, type Page } from '@hz/platform';
import { SessionNotFound, type InstitutionRegistration, type RegistrationStatus, type RosterRow } from '../contract';
import type { RegistrationRow } from '../persistence/registration.entities';
import { RegistrationRepository } from '../persistence/registration.repository';
import { cursorOfRoster, cursorOfTime, readCursor } from '../persistence/roster-cursor';
import { SessionRepository } from '../persistence/session.repository';

const BATCH = 500;

export interface RosterFilter {
  readonly search?: string | undefined;
  readonly status?: RegistrationStatus | undefined;
}
export interface Paging {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Who is registered, for those who run a session and for the clerks of an institution. */
@Injectable()
export class Rosters {
  constructor(
    private readonly registrations: RegistrationRepository,
    private readonly sessions: SessionRepository,
    private readonly people: People,
  ) {}

  /** One page by seat; the total is counted where no search narrows it. Throws SessionNotFound. */
  async page(id: SessionId, { search, status, limit, cursor }: RosterFilter & Paging): Promise<Page<RosterRow>> {
    await this.refuseUnknown(id);
    const found: RosterRow[] = [];
    for await (const row of this.matching(id, { search, status }, cursor)) {
      found.push(row);
      if (found.length > limit) break;
    }
    const rows = found.slice(0, limit);
    return {
      rows,
      nextCursor: found.length > limit ? cursorOfRoster(rows.at(-1)!) : null,
      total: search ? null : await this.registrations.countOfSession(id, status),
    };
  }

  /** Everybody, by seat. Throws SessionNotFound. */
  async all(id: SessionId, filter: RosterFilter): Promise<RosterRow[]> {
    await this.refuseUnknown(id);
    const rows: RosterRow[] = [];
    for await (const row of this.matching(id, filter)) rows.push(row);
    return rows;
  }

  /** The registrations of an institution's people, newest first; another institution's read as not found (P9). */
  async ofInstitution(
    who: Principal,
    id: InstitutionId,
    { limit, cursor }: Paging,
  ): Promise<Page<InstitutionRegistration>> {
    const own = who.via === 'login' && who.institutionId === id;
    if (!own && !hasRole(who, 'administrator')) throw new NotFound();
    const found = await this.registrations.pageOfInstitution(id, readCursor(cursor), limit + 1);
    const rows = found.slice(0, limit);
    const [cards, sessions] = await Promise.all([
      this.people.cards(rows.map(({ personId }) => personId)),
      this.sessions.byIds(rows.map(({ sessionId }) => sessionId)),
    ]);
    const sessionById = new Map(sessions.map((session) => [session.id, session]));
    return {
      rows: rows.map((row) => ({
        id: row.id,
        personId: row.personId,
        name: cards.get(row.personId)?.legalName ?? '',
        status: row.status,
        ticketNo: row.ticketNo,
        registeredAt: row.registeredAt,
        sessionId: row.sessionId,
        sessionTitle: sessionById.get(row.sessionId)!.title,
        opensAt: sessionById.get(row.sessionId)!.opensAt,
      })),
      nextCursor: found.length > limit ? cursorOfTime(rows.at(-1)!) : null,
      total: null,
    };
  }

  private async refuseUnknown(id: SessionId): Promise<void> {
    if ((await this.sessions.byId(id)) === null) throw new SessionNotFound();
  }

  /** Names stand in another context, so the search goes through the roster batch by batch. */
  private async *matching(id: SessionId, { search, status }: RosterFilter, cursor?: string): AsyncGenerator<RosterRow> {
    const wanted = search?.toLowerCase();
    let after = readCursor(cursor);
    for (;;) {
      const batch = await this.registrations.pageOfSession(id, status, after, BATCH);
      const cards = await this.people.cards(batch.map(({ personId }) => personId));
      for (const row of batch) {
        const view = rosterRow(row, cards.get(row.personId)?.legalName ?? '');
        if (!wanted || isMatch(view, wanted)) yield view;
      }
      const last = batch.at(-1);
      if (batch.length < BATCH || last === undefined) return;
      after = { key: last.seatNo, id: last.id };
    }
  }
}

function isMatch({ name, ticketNo }: RosterRow, wanted: string): boolean {
  return name.toLowerCase().includes(wanted) || ticketNo.toLowerCase().startsWith(wanted);
}

function rosterRow(row: RegistrationRow, name: string): RosterRow {
  return {
    id: row.id,
    personId: row.personId,
    name,
    institutionId: row.institutionId,
    status: row.status,
    seatNo: row.seatNo,
    ticketNo: row.ticketNo,
    registeredAt: row.registeredAt,
    accommodation: { extraTimePercent: row.extraTimePercent, breakMinutes: row.breakMinutes },
  };
}
