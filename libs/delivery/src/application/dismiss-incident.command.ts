import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, latest, mayBecome, plus, type IncidentId, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { IncidentDecided, IncidentNotFound } from '../contract';
import { INCIDENT_LIFE } from '../domain/incident-life';
import { IncidentRepository } from '../persistence/incident.repository';
import { deciderOf } from './decider';

/** A person decides that an incident changes nothing. One that lasts is dismissed as far as it has come. */
@Injectable()
export class DismissIncident {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly incidents: IncidentRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Repeating it changes nothing. Throws IncidentNotFound, IncidentDecided when it was approved, PersonMustDecide. */
  async run(who: Principal, id: IncidentId, note: string): Promise<void> {
    const decidedBy = deciderOf(who);
    await this.uow.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      if (incident === null) throw new IncidentNotFound();
      if (incident.state === 'dismissed') return;
      if (!mayBecome(INCIDENT_LIFE, incident.state, 'dismissed')) throw new IncidentDecided();
      const now = this.clock.now();
      const endedAt = incident.endedAt ?? latest(now, plus(incident.beganAt, 1));
      const decision = { state: 'dismissed' as const, decidedAt: now, decidedBy, decisionNote: note, endedAt };
      await this.incidents.change(tx, id, decision);
      const details = { sessionId: incident.sessionId, kind: incident.kind, beganAt: incident.beganAt, endedAt, note };
      await this.audit.record(tx, who, 'delivery.incident-dismissed', { type: 'incident', id }, details);
    });
  }
}
