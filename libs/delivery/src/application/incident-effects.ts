import { MS_PER_MINUTE, earliest, latest, type AttemptId, type Instant } from '@hz/kernel';
import type { RegistrationRecord, SessionRecord } from '@hz/registration';
import { outageLimitOf } from '@hz/registration/contract';
import type { IncidentNotice } from '../contract';
import { hitsEntry, impactOf, isBeyondLimit, type Impact, type IncidentTerms } from '../domain/compensation';
import { graceEndOf, latestStartOf } from '../domain/deadline';
import { intersection, lengthOf, type Interval } from '../domain/intervals';
import { causeOf } from '../domain/outages';
import { deadlineFor, extendedSections } from '../domain/sitting';
import type { AttemptTimes, GivenBackChange } from '../persistence/attempt.repository';
import type { Effect } from '../persistence/effect.repository';
import type { IncidentRow } from '../persistence/incident.entity';
import type { Contacts } from './session-contacts';

/** All that the effects of an incident follow from. */
export interface Material {
  readonly session: SessionRecord;
  /** Those who hold a seat. */
  readonly registrations: readonly RegistrationRecord[];
  readonly contacts: Contacts;
  readonly attempts: readonly AttemptTimes[];
  readonly compensated: ReadonlyMap<AttemptId, readonly Interval[]>;
  /** Earlier incidents that moved the window. */
  readonly windowSpans: readonly Interval[];
  readonly now: Instant;
}

export interface IncidentEffects {
  readonly effects: readonly Effect[];
  /** What an approval changes of attempts. */
  readonly changes: readonly GivenBackChange[];
  readonly beyondLimit: boolean;
  /** Whether it moves the window for those who have not started. */
  readonly movesWindow: boolean;
}

/** What an incident means for each candidate whom it hit, and what its approval would change. One that lasts is taken as it stands now. */
export function effectsOf(incident: IncidentRow, material: Material): IncidentEffects {
  const terms = termsOf(incident, material);
  const attempts = new Map(material.attempts.map((attempt) => [attempt.registrationId, attempt]));
  const seats = incident.seats === null ? null : new Set(incident.seats);
  const concerned = material.registrations.filter(({ seatNo }) => seats === null || seats.has(seatNo));
  const found = concerned.map((registration) =>
    effectOn(incident, terms, material, registration, attempts.get(registration.id) ?? null),
  );
  const beyondLimit = isBeyondLimit(terms);
  return {
    effects: found.map(({ effect }) => effect).filter(isWorthTelling),
    changes: found.flatMap(({ change }) => (change === null ? [] : [change])),
    beyondLimit,
    movesWindow: hitsEntry(terms) && !beyondLimit,
  };
}

function termsOf(incident: IncidentRow, { session, windowSpans, now }: Material): IncidentTerms {
  const { rules, opensAt, closesAt } = session;
  return {
    span: { from: incident.beganAt, to: incident.endedAt ?? now },
    basis: incident.basis,
    movesWindow: incident.movesWindow,
    outageLimitMs: outageLimitOf(rules) * MS_PER_MINUTE,
    opensAt,
    lastEntryAt: earliest(closesAt, latestStartOf(opensAt, rules) ?? closesAt),
    windowSpans,
  };
}

/** Somebody who holds a seat and has no attempt. */
const NOT_COME = {
  id: null,
  status: 'registered',
  startedAt: null,
  deadlineAt: null,
  submittedAt: null,
  submittedBy: null,
} as const;
type Place = Pick<AttemptTimes, 'startedAt' | 'deadlineAt' | 'submittedAt' | 'submittedBy'> & {
  readonly id: AttemptId | null;
  readonly status: Effect['status'];
};

function effectOn(
  incident: IncidentRow,
  terms: IncidentTerms,
  material: Material,
  registration: RegistrationRecord,
  attempt: AttemptTimes | null,
): { effect: Effect; change: GivenBackChange | null } {
  const place: Place = attempt ?? NOT_COME;
  const silences = ofAttempt(material.contacts.silences, place.id);
  const compensated = ofAttempt(material.compensated, place.id);
  const impact = impactOf({ ...place, silences, compensated }, terms, material.now);
  const change = attempt === null ? null : changeOf(incident, attempt, impact, material, registration);
  // More time that changes nothing (the window's end was not what ended it) is none.
  const isVain = impact.outcome === 'extended' && change === null;
  const effect: Effect = {
    registrationId: registration.id,
    attemptId: place.id,
    status: place.status,
    submittedBy: place.submittedBy,
    ...silenceWithin(terms.span, place.id, material.contacts),
    lost: impact.lost,
    lostMs: impact.lostMs,
    windowMs: impact.windowMs,
    deadlineBefore: place.deadlineAt,
    deadlineAfter: change === null ? place.deadlineAt : change.deadlineAt,
    outcome: isVain ? 'none' : impact.outcome,
    resitReason: impact.resitReason,
    resitExcluded: false,
  };
  return { effect, change };
}

/** How long an attempt was silent within the incident, why, and what its page says of it. */
function silenceWithin(
  span: Interval,
  id: AttemptId | null,
  { silences, gaps, holes, breaks }: Contacts,
): Pick<Effect, 'gapMs' | 'cause' | 'reportedMs' | 'browserOffline'> {
  const touches = (one: Interval) => intersection([one], [span]).length > 0;
  const own = ofAttempt(silences, id);
  const within = intersection(own, [span]);
  const reports = ofAttempt(gaps, id).filter(touches);
  return {
    gapMs: lengthOf(within),
    cause: within[0] === undefined ? null : causeOf(within[0], holes, breaks),
    reportedMs: reports.length === 0 ? null : Math.max(...reports.map(({ reportedMs }) => reportedMs)),
    browserOffline: reports.some(({ browserOffline }) => browserOffline),
  };
}

function ofAttempt<Value>(lists: ReadonlyMap<AttemptId, readonly Value[]>, id: AttemptId | null): readonly Value[] {
  return (id === null ? undefined : lists.get(id)) ?? [];
}

/** The new ends of an attempt, by the one deadline function (P4); null when nothing changes. */
function changeOf(
  incident: IncidentRow,
  attempt: AttemptTimes,
  { outcome, lostMs, windowMs }: Impact,
  { session, now }: Material,
  { accommodation }: RegistrationRecord,
): GivenBackChange | null {
  if (outcome !== 'extended') return null;
  const givenBack = {
    incidentsMs: attempt.incidentsMs + lostMs,
    windowShiftMs: attempt.windowShiftMs + windowMs,
  };
  const { id, startedAt, deadlineAt, graceEndsAt, sectionState, sectionEndsAt, incidentNotices } = attempt;
  if (startedAt === null || deadlineAt === null) {
    return { id, deadlineAt, graceEndsAt, sectionState, sectionEndsAt, incidentNotices, ...givenBack };
  }
  const { rules, closesAt } = session;
  // Never earlier than what the candidate was promised.
  const newDeadlineAt = latest(deadlineAt, deadlineFor({ rules, accommodation, closesAt }, startedAt, givenBack));
  const addedMs = newDeadlineAt - deadlineAt;
  if (addedMs === 0) return null;
  const notice: IncidentNotice = {
    incidentId: incident.id,
    kind: incident.kind,
    beganAt: incident.beganAt,
    endedAt: incident.endedAt ?? now,
    outcome: 'extended',
    addedMs,
  };
  return {
    id,
    ...givenBack,
    deadlineAt: newDeadlineAt,
    graceEndsAt: graceEndOf(newDeadlineAt, rules),
    ...extendedSections({ sectionState, sectionEndsAt, deadlineAt }, lostMs, newDeadlineAt),
    incidentNotices: [...incidentNotices, notice],
  };
}

/** Those whom it touched in any way; all others are left out. */
function isWorthTelling({ outcome, gapMs, lostMs }: Effect): boolean {
  return outcome !== 'none' || gapMs > 0 || lostMs > 0;
}
