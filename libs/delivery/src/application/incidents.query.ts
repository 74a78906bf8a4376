import { Injectable } from '@nestjs/common';
import { People } from '@hz/identity';
import { Clock, type IncidentId, type PersonId, type SessionId } from '@hz/kernel';
import type { RegistrationRecord } from '@hz/registration';
import { outageLimitOf } from '@hz/registration/contract';
import {
  IncidentNotFound,
  type Affected,
  type Incident,
  type IncidentDetail,
  type IncidentList,
  type IncidentOutcome,
  type Resit,
} from '../contract';
import { causeOf } from '../domain/outages';
import { EffectRepository, type Effect } from '../persistence/effect.repository';
import type { IncidentRow } from '../persistence/incident.entity';
import { IncidentRepository } from '../persistence/incident.repository';
import { effectsOf, type Material } from './incident-effects';
import { IncidentMaterial } from './incident-material';
import type { Contacts } from './session-contacts';

interface Shown {
  readonly row: IncidentRow;
  readonly effects: readonly Effect[];
  readonly beyondLimit: boolean;
}

/** The incidents of a session, for those who run it. What is only proposed is computed as it would be approved now. */
@Injectable()
export class Incidents {
  constructor(
    private readonly incidents: IncidentRepository,
    private readonly effects: EffectRepository,
    private readonly material: IncidentMaterial,
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /** Throws SessionNotFound. */
  async ofSession(sessionId: SessionId): Promise<IncidentList> {
    const { shown, material } = await this.shown(sessionId);
    const names = await this.namesOf(shown.map(({ row }) => row));
    return {
      rows: shown.map((one) => incidentView(one, names)),
      outageLimitMinutes: outageLimitOf(material.session.rules),
      ownLosses: ownLosses(material.contacts),
      serverTime: this.clock.now(),
    };
  }

  /** Throws IncidentNotFound. */
  async detail(id: IncidentId): Promise<IncidentDetail> {
    const row = await this.incidents.byId(id);
    if (row === null) throw new IncidentNotFound();
    return (await this.details(row.sessionId)).details.find(({ incident }) => incident.id === id)!;
  }

  /** All of a session with those whom they hit. Throws SessionNotFound. */
  async details(sessionId: SessionId): Promise<{ details: IncidentDetail[]; material: Material }> {
    const { shown, material } = await this.shown(sessionId);
    const names = await this.namesOf(shown.map(({ row }) => row));
    const seats = await this.candidates(material.registrations);
    const details = shown.map((one) => ({
      incident: incidentView(one, names),
      affected: one.effects
        .map((effect) => affectedView(effect, seats.get(effect.registrationId)))
        .sort((a, b) => a.seatNo - b.seatNo),
    }));
    return { details, material };
  }

  /** Who sits again, drafts included. Throws SessionNotFound. */
  async resits(sessionId: SessionId): Promise<Resit[]> {
    return resitsOf((await this.details(sessionId)).details);
  }

  private async shown(sessionId: SessionId): Promise<{ shown: Shown[]; material: Material }> {
    const rows = await this.incidents.ofSession(sessionId);
    const state = rows.map(({ id, state: each, beganAt, endedAt }) => [id, each, beganAt, endedAt].join(' ')).join();
    const observed = await this.material.observedLately(sessionId, state);
    const approved = rows.filter(({ state }) => state === 'approved').map(({ id }) => id);
    const [material, kept] = await Promise.all([this.material.seen(observed), this.effects.ofIncidents(approved)]);
    const shown = rows.map((row): Shown => {
      if (row.state === 'proposed') return { row, ...effectsOf(row, material) };
      return { row, effects: kept.get(row.id) ?? [], beyondLimit: row.beyondLimit === true };
    });
    return { shown, material };
  }

  private async namesOf(rows: readonly IncidentRow[]): Promise<ReadonlyMap<PersonId, string>> {
    const ids = rows.flatMap(({ openedBy, decidedBy, resitConfirmedBy }) => [openedBy, decidedBy, resitConfirmedBy]);
    const cards = await this.people.cards([...new Set(ids.filter((id) => id !== null))]);
    return new Map([...cards].map(([id, { legalName }]) => [id, legalName]));
  }

  private async candidates(registrations: readonly RegistrationRecord[]): Promise<ReadonlyMap<string, Candidate>> {
    const cards = await this.people.cards(registrations.map(({ personId }) => personId));
    return new Map(
      registrations.map(({ id, personId, seatNo, ticketNo }) => [
        id,
        { name: cards.get(personId)?.legalName ?? '', seatNo, ticketNo },
      ]),
    );
  }
}

type Candidate = Pick<Affected, 'name' | 'seatNo' | 'ticketNo'>;

function incidentView({ row, effects, beyondLimit }: Shown, names: ReadonlyMap<PersonId, string>): Incident {
  const nameOf = (id: PersonId | null) => (id === null ? null : (names.get(id) ?? ''));
  const count = (wanted: IncidentOutcome) =>
    effects.filter(({ outcome, resitExcluded }) => outcome === wanted && !resitExcluded).length;
  return {
    id: row.id,
    sessionId: row.sessionId,
    kind: row.kind,
    basis: row.basis,
    seats: row.seats,
    movesWindow: row.movesWindow,
    beganAt: row.beganAt,
    endedAt: row.endedAt,
    foundAt: row.foundAt,
    openedBy: nameOf(row.openedBy),
    note: row.note,
    state: row.state,
    decidedAt: row.decidedAt,
    decidedBy: nameOf(row.decidedBy),
    decisionNote: row.decisionNote,
    beyondLimit,
    outcomes: {
      extended: count('extended'),
      resit: count('resit'),
      'handed-in': count('handed-in'),
      none: count('none'),
    },
    resitConfirmedAt: row.resitConfirmedAt,
    resitConfirmedBy: nameOf(row.resitConfirmedBy),
  };
}

function affectedView(effect: Effect, candidate: Candidate | undefined): Affected {
  return {
    registrationId: effect.registrationId,
    attemptId: effect.attemptId,
    name: candidate?.name ?? '',
    seatNo: candidate?.seatNo ?? 0,
    ticketNo: candidate?.ticketNo ?? '',
    status: effect.status,
    submittedBy: effect.submittedBy,
    gapMs: effect.gapMs,
    cause: effect.cause,
    reportedMs: effect.reportedMs,
    browserOffline: effect.browserOffline,
    lostMs: effect.lostMs,
    windowMs: effect.windowMs,
    deadlineBefore: effect.deadlineBefore,
    deadlineAfter: effect.deadlineAfter,
    outcome: effect.outcome,
    resitReason: effect.resitReason,
    resitExcluded: effect.resitExcluded,
  };
}

/** The re-sit lists of approved incidents, by seat within each. */
export function resitsOf(details: readonly IncidentDetail[]): Resit[] {
  return details
    .filter(({ incident }) => incident.state === 'approved')
    .flatMap(({ incident, affected }) =>
      affected
        .filter(({ resitReason }) => resitReason !== null)
        .map(({ registrationId, name, seatNo, ticketNo, resitReason, lostMs, resitExcluded }) => ({
          incidentId: incident.id,
          kind: incident.kind,
          beganAt: incident.beganAt,
          endedAt: incident.endedAt!,
          registrationId,
          name,
          seatNo,
          ticketNo,
          reason: resitReason!,
          lostMs,
          excluded: resitExcluded,
          confirmedAt: incident.resitConfirmedAt,
        })),
    );
}

/** How many candidates were silent alone at some time. */
export function ownLosses({ silences, holes, breaks }: Contacts): number {
  return [...silences.values()].filter((times) => times.some((one) => causeOf(one, holes, breaks) === 'own')).length;
}
