import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { People } from '@hz/identity';
import {
  Clock,
  hasRole,
  type InstitutionId,
  type PersonId,
  type Principal,
  type RegistrationId,
  type SessionId,
} from '@hz/kernel';
import { NotFound, UnitOfWork } from '@hz/platform';
import {
  RegistrationNotFound,
  SessionNotFound,
  WindowHasBegun,
  type InstitutionRegistration,
  type MyRegistration,
  type RegistrationStatus,
  type RosterRow,
} from '../contract';
import type { RegistrationRow, SessionRow } from '../persistence/registration.entities';
import { RegistrationRepository } from '../persistence/registration.repository';
import { SessionRepository } from '../persistence/session.repository';
import { registrationRecord, type RegistrationRecord } from './records';

const MAX_ROWS = 500;

/** Registrations, for reading, and withdrawing from one. */
@Injectable()
export class Registrations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registrations: RegistrationRepository,
    private readonly sessions: SessionRepository,
    private readonly people: People,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws RegistrationNotFound. */
  async byId(id: RegistrationId): Promise<RegistrationRecord> {
    const row = await this.registrations.byId(id);
    if (row === null) throw new RegistrationNotFound();
    return registrationRecord(row);
  }

  async ofSession(id: SessionId): Promise<RegistrationRecord[]> {
    return (await this.registrations.ofSession(id)).map(registrationRecord);
  }

  async ofPerson(id: PersonId): Promise<RegistrationRecord[]> {
    return (await this.registrations.ofPerson(id)).map(registrationRecord);
  }

  async mine(personId: PersonId): Promise<MyRegistration[]> {
    const rows = await this.registrations.ofPerson(personId);
    const sessions = new Map(
      (await this.sessions.byIds(rows.map(({ sessionId }) => sessionId))).map((row) => [row.id, row]),
    );
    return rows.map((row) => this.myView(row, sessions.get(row.sessionId)!));
  }

  /** One's own registration with its session; another's reads as not found (P9). */
  async own(who: Principal, id: RegistrationId): Promise<{ row: RegistrationRow; session: SessionRow }> {
    const row = await this.registrations.byId(id);
    if (row === null || who.via !== 'login' || row.personId !== who.personId) throw new RegistrationNotFound();
    return { row, session: (await this.sessions.byId(row.sessionId))! };
  }

  /** Gives the seat back. Throws RegistrationNotFound, WindowHasBegun. Repeating it changes nothing. */
  async withdraw(who: Principal, id: RegistrationId): Promise<void> {
    const { session } = await this.own(who, id);
    await this.uow.run(async (tx) => {
      await this.sessions.lock(tx, session.id);
      const row = await this.registrations.lock(tx, id);
      if (row === null || row.status !== 'confirmed') return;
      if (this.clock.now() >= session.opensAt) throw new WindowHasBegun();
      await this.registrations.setStatus(tx, id, 'withdrawn');
      await this.audit.record(tx, who, 'registration.withdrawn', { type: 'registration', id });
    });
  }

  /** Who sits where. Throws SessionNotFound. */
  async roster(
    id: SessionId,
    filter: { search?: string | undefined; status?: RegistrationStatus | undefined },
  ): Promise<RosterRow[]> {
    if ((await this.sessions.byId(id)) === null) throw new SessionNotFound();
    const rows = await this.registrations.ofSession(id, filter.status);
    const cards = await this.people.cards(rows.map(({ personId }) => personId));
    const search = filter.search?.toLowerCase();
    return rows
      .map((row) => ({
        id: row.id,
        personId: row.personId,
        name: cards.get(row.personId)?.legalName ?? '',
        institutionId: row.institutionId,
        status: row.status,
        seatNo: row.seatNo,
        ticketNo: row.ticketNo,
        registeredAt: row.registeredAt,
        accommodation: { extraTimePercent: row.extraTimePercent, breakMinutes: row.breakMinutes },
      }))
      .filter(
        ({ name, ticketNo }) =>
          !search || name.toLowerCase().includes(search) || ticketNo.toLowerCase().startsWith(search),
      );
  }

  /** The registrations of an institution's people, for its clerks; another's reads as not found (P9). */
  async ofInstitution(who: Principal, id: InstitutionId): Promise<InstitutionRegistration[]> {
    const own = who.via === 'login' && who.institutionId === id;
    if (!own && !hasRole(who, 'administrator')) throw new NotFound();
    const rows = await this.registrations.ofInstitution(id, MAX_ROWS);
    const [cards, sessions] = await Promise.all([
      this.people.cards(rows.map(({ personId }) => personId)),
      this.sessions.byIds(rows.map(({ sessionId }) => sessionId)),
    ]);
    const sessionById = new Map(sessions.map((session) => [session.id, session]));
    return rows.map((row) => ({
      id: row.id,
      personId: row.personId,
      name: cards.get(row.personId)?.legalName ?? '',
      status: row.status,
      ticketNo: row.ticketNo,
      registeredAt: row.registeredAt,
      sessionId: row.sessionId,
      sessionTitle: sessionById.get(row.sessionId)!.title,
      opensAt: sessionById.get(row.sessionId)!.opensAt,
    }));
  }

  private myView(row: RegistrationRow, session: SessionRow): MyRegistration {
    return {
      id: row.id,
      status: row.status,
      seatNo: row.seatNo,
      ticketNo: row.ticketNo,
      registeredAt: row.registeredAt,
      accommodation: { extraTimePercent: row.extraTimePercent, breakMinutes: row.breakMinutes },
      session: {
        id: session.id,
        code: session.code,
        title: session.title,
        status: session.status,
        schemeVersionId: session.schemeVersionId,
        opensAt: session.opensAt,
        closesAt: session.closesAt,
        durationMinutes: session.rules.durationMinutes,
        lateEntryMinutes: session.rules.lateEntryMinutes,
        earliestHandInMinutes: session.rules.earliestHandInMinutes,
      },
      mayWithdraw: row.status === 'confirmed' && this.clock.now() < session.opensAt,
    };
  }
}
