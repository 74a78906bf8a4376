import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, instant, type IncidentId, type Principal, type SessionId } from '@hz/kernel';
import { newId, UnitOfWork } from '@hz/platform';
import { Registrations, Sessions } from '@hz/registration';
import { IncidentOutsideSession, UnknownSeats, type OpenIncidentInput } from '../contract';
import { IncidentRepository } from '../persistence/incident.repository';
import { deciderOf } from './decider';

/** A person tells of an incident that no machine has seen: a fire alarm, a power cut in one room. It is approved apart from that. */
@Injectable()
export class OpenIncident {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly incidents: IncidentRepository,
    private readonly sessions: Sessions,
    private readonly registrations: Registrations,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws SessionNotFound, IncidentOutsideSession, UnknownSeats, PersonMustDecide. */
  async run(who: Principal, sessionId: SessionId, input: OpenIncidentInput): Promise<IncidentId> {
    const openedBy = deciderOf(who);
    const session = await this.sessions.byId(sessionId);
    const now = this.clock.now();
    const { kind, basis, note } = input;
    const [beganAt, endedAt] = [instant(input.beganAt), instant(input.endedAt)];
    if (endedAt <= beganAt || endedAt > now || endedAt <= session.opensAt) throw new IncidentOutsideSession();
    const seats = input.seats === null ? null : [...new Set(input.seats)].sort((a, b) => a - b);
    if (seats !== null) await this.checkSeats(sessionId, seats);
    const id = newId<IncidentId>();
    await this.uow.run(async (tx) => {
      await this.incidents.addOnce(tx, {
        id,
        sessionId,
        kind,
        basis,
        seats,
        movesWindow: seats === null,
        beganAt,
        endedAt,
        foundAt: now,
        openedBy,
        note,
        state: 'proposed',
        decidedAt: null,
        decidedBy: null,
        decisionNote: '',
        beyondLimit: null,
        resitConfirmedAt: null,
        resitConfirmedBy: null,
      });
      const details = { sessionId, kind, basis, beganAt, endedAt, seats, note };
      await this.audit.record(tx, who, 'delivery.incident-opened', { type: 'incident', id }, details);
    });
    return id;
  }

  private async checkSeats(sessionId: SessionId, seats: readonly number[]): Promise<void> {
    const taken = new Set((await this.registrations.ofSession(sessionId)).map(({ seatNo }) => seatNo));
    const unknown = seats.filter((seat) => !taken.has(seat));
    if (unknown.length > 0) throw new UnknownSeats({ seats: unknown.slice(0, 20).join(', ') });
  }
}
