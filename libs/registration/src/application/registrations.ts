import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type PersonId, type Principal, type RegistrationId, type SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { RegistrationNotFound, WindowHasBegun, type MyRegistration } from '../contract';
import type { RegistrationRow, SessionRow } from '../persistence/registration.entities';
import { RegistrationRepository } from '../persistence/registration.repository';
import { SessionRepository } from '../persistence/session.repository';
import { registrationRecord, type RegistrationRecord } from './records';

/** Registrations, for reading, and withdrawing from one. */
@Injectable()
export class Registrations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly registrations: RegistrationRepository,
    private readonly sessions: SessionRepository,
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
