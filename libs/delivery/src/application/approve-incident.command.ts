import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, hashOf, mayBecome, type IncidentId, type PersonId, type Principal } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { IncidentChanged, IncidentDecided, IncidentNotFound, IncidentNotOver, type ApprovalInput } from '../contract';
import { INCIDENT_LIFE } from '../domain/incident-life';
import { AttemptRepository } from '../persistence/attempt.repository';
import { EffectRepository } from '../persistence/effect.repository';
import type { IncidentRow } from '../persistence/incident.entity';
import { IncidentRepository } from '../persistence/incident.repository';
import { deciderOf } from './decider';
import { effectsOf } from './incident-effects';
import { IncidentMaterial, type Observed } from './incident-material';

/**
 * A person approves an incident: in one transaction the deadlines of all whom it hit move, or, beyond the limit of the session's rules,
 * the list of those who sit again is drafted. What it meant for each is kept as it was.
 */
@Injectable()
export class ApproveIncident {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly incidents: IncidentRepository,
    private readonly attempts: AttemptRepository,
    private readonly effects: EffectRepository,
    private readonly material: IncidentMaterial,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Repeating it, or approving by two at once, changes nothing the second time (P2). Throws IncidentNotFound, IncidentNotOver,
   * IncidentChanged when its times are not those that were looked at, IncidentDecided when it was dismissed, PersonMustDecide.
   */
  async run(who: Principal, id: IncidentId, input: ApprovalInput): Promise<void> {
    const decidedBy = deciderOf(who);
    const known = await this.incidents.byId(id);
    if (known === null) throw new IncidentNotFound();
    const observed = await this.material.observed(known.sessionId);
    await this.uow.run(async (tx) => {
      const incident = (await this.incidents.lock(tx, id))!;
      if (incident.state === 'approved') return;
      if (!mayBecome(INCIDENT_LIFE, incident.state, 'approved')) throw new IncidentDecided();
      if (incident.endedAt === null) throw new IncidentNotOver();
      if (incident.beganAt !== input.beganAt || incident.endedAt !== input.endedAt) throw new IncidentChanged();
      await this.approve(tx, who, incident, { observed, decidedBy, note: input.note });
    });
  }

  private async approve(
    tx: Tx,
    who: Principal,
    incident: IncidentRow,
    { observed, decidedBy, note }: { observed: Observed; decidedBy: PersonId; note: string },
  ): Promise<void> {
    const material = await this.material.held(tx, observed);
    const { effects, changes, beyondLimit, movesWindow } = effectsOf(incident, material);
    await this.effects.add(tx, incident.id, effects);
    await this.attempts.giveBack(tx, changes);
    await this.incidents.change(tx, incident.id, {
      state: 'approved',
      decidedAt: this.clock.now(),
      decidedBy,
      decisionNote: note,
      beyondLimit,
      movesWindow,
    });
    const count = (wanted: string) => effects.filter(({ outcome }) => outcome === wanted).length;
    const details = {
      sessionId: incident.sessionId,
      kind: incident.kind,
      beganAt: incident.beganAt,
      endedAt: incident.endedAt,
      beyondLimit,
      extended: count('extended'),
      resit: count('resit'),
      note,
      effects: hashOf(effects),
    };
    await this.audit.record(tx, who, 'delivery.incident-approved', { type: 'incident', id: incident.id }, details);
  }
}
