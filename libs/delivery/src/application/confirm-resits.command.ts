import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type IncidentId, type Principal, type RegistrationId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { IncidentNotFound, NoResitsToConfirm, type IncidentNotice, type ResitConfirmationInput } from '../contract';
import { AttemptRepository } from '../persistence/attempt.repository';
import { EffectRepository } from '../persistence/effect.repository';
import { IncidentRepository } from '../persistence/incident.repository';
import { deciderOf } from './decider';

/** A person confirms who sits again; until then the list is a draft and nobody is told. */
@Injectable()
export class ConfirmResits {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly incidents: IncidentRepository,
    private readonly attempts: AttemptRepository,
    private readonly effects: EffectRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Repeating it changes nothing. Throws IncidentNotFound, NoResitsToConfirm, PersonMustDecide. */
  async run(who: Principal, id: IncidentId, { excluded, note }: ResitConfirmationInput): Promise<void> {
    const decidedBy = deciderOf(who);
    await this.uow.run(async (tx) => {
      const incident = await this.incidents.lock(tx, id);
      if (incident === null) throw new IncidentNotFound();
      if (incident.resitConfirmedAt !== null) return;
      const drafted = ((await this.effects.ofIncidents([id], tx)).get(id) ?? []).filter(
        ({ outcome }) => outcome === 'resit',
      );
      if (incident.state !== 'approved' || drafted.length === 0) throw new NoResitsToConfirm();
      const out = new Set(excluded);
      const confirmed = drafted.filter(({ registrationId }) => !out.has(registrationId));
      await this.effects.exclude(tx, id, excluded as RegistrationId[]);
      const now = this.clock.now();
      await this.incidents.change(tx, id, { resitConfirmedAt: now, resitConfirmedBy: decidedBy });
      const { kind, beganAt, endedAt } = incident;
      const notice: IncidentNotice = {
        incidentId: id,
        kind,
        beganAt,
        endedAt: endedAt!,
        outcome: 'resit',
        addedMs: 0,
      };
      const attempts = confirmed.flatMap(({ attemptId }) => (attemptId === null ? [] : [attemptId]));
      await this.attempts.addNotice(tx, attempts, notice);
      const details = { sessionId: incident.sessionId, confirmed: confirmed.length, excluded, note };
      await this.audit.record(tx, who, 'delivery.resits-confirmed', { type: 'incident', id }, details);
    });
  }
}
