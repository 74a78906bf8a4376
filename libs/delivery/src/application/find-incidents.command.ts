import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem, type IncidentId, type Instant, type SessionId } from '@hz/kernel';
import { newId, UnitOfWork } from '@hz/platform';
import { Sessions, type SessionRecord } from '@hz/registration';
import type { IncidentKind } from '../contract';
import { intersection, type Interval } from '../domain/intervals';
import { proposalsOf, type KnownIncident, type Proposal } from '../domain/outages';
import type { IncidentRow } from '../persistence/incident.entity';
import { IncidentRepository } from '../persistence/incident.repository';
import { SessionContacts, type Contacts } from './session-contacts';

const FINDER = dangerouslySystem('find-incidents');

/** Looks for outages in sessions that are not released yet, and proposes them. Nothing follows until a person approves (P13). */
@Injectable()
export class FindIncidents {
  private readonly log = new Logger('find-incidents');
  /** Sessions in which nobody is at work any more, and that were looked through after that. */
  private readonly finished = new Set<SessionId>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly contacts: SessionContacts,
    private readonly incidents: IncidentRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One session that cannot be looked through does not keep the others. */
  async run(): Promise<void> {
    const now = this.clock.now();
    for (const session of await this.sessions.begun(now)) {
      if (this.finished.has(session.id)) continue;
      await this.look(session, now).catch((error: unknown) =>
        this.log.error({ sessionId: session.id, error: error instanceof Error ? error.message : String(error) }),
      );
    }
  }

  private async look(session: SessionRecord, now: Instant): Promise<void> {
    const contacts = await this.contacts.of(session, now);
    const known = await this.incidents.ofSession(session.id);
    const outages: [IncidentKind, Interval[]][] = [
      ['platform', contacts.holes.filter((hole) => hits(hole, contacts))],
      ['line', [...contacts.breaks]],
    ];
    for (const [kind, found] of outages) {
      const news = proposalsOf(
        kind,
        found,
        known.map((row) => knownOf(row)),
        now,
      );
      for (const proposal of news) await this.propose(session, kind, proposal, now);
    }
    const isOver = session.status === 'closed' && contacts.attempts.every(({ status }) => status === 'submitted');
    if (isOver) this.finished.add(session.id);
  }

  private async propose(
    { id: sessionId }: SessionRecord,
    kind: IncidentKind,
    { id: grown, beganAt, endedAt }: Proposal<IncidentId>,
    now: Instant,
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      if (grown !== null) return this.incidents.grow(tx, grown, { beganAt, endedAt });
      const id = newId<IncidentId>();
      const added = await this.incidents.addOnce(tx, {
        id,
        sessionId,
        kind,
        basis: 'own-gap',
        seats: null,
        movesWindow: kind === 'platform',
        beganAt,
        endedAt,
        foundAt: now,
        openedBy: null,
        note: '',
        state: 'proposed',
        decidedAt: null,
        decidedBy: null,
        decisionNote: '',
        beyondLimit: null,
        resitConfirmedAt: null,
        resitConfirmedBy: null,
      });
      const details = { sessionId, kind, beganAt, endedAt };
      if (added) await this.audit.record(tx, FINDER, 'delivery.incident-proposed', { type: 'incident', id }, details);
    });
  }
}

/** Whether somebody was kept from working, or from starting, by a hole in the pulse. */
function hits(hole: Interval, { attempts, silences }: Contacts): boolean {
  const isSilent = [...silences.values()].some((times) => intersection(times, [hole]).length > 0);
  return isSilent || attempts.some(({ status }) => status === 'prepared');
}

function knownOf({ id, kind, beganAt, endedAt, state, openedBy }: IncidentRow): KnownIncident<IncidentId> {
  return { id, kind, beganAt, endedAt, isOpenProposal: state === 'proposed' && openedBy === null };
}
