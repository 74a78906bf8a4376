import { latest, MS_PER_SECOND, type DurationMs, type Instant } from '@hz/kernel';
import type { LossCause } from '../contract';
import { difference, intersection, union, type Interval } from './intervals';

/** A page speaks every 20 to 30 s; a silence that is longer than this is a gap. */
export const GAP_AFTER_MS: DurationMs = 45 * MS_PER_SECOND;
/** Each node writes its pulse every 3 s; without any for so long, the platform was not there. */
export const PULSE_LOST_MS: DurationMs = 12 * MS_PER_SECOND;
/** What is shorter is not worth a person's attention. */
export const LEAST_INCIDENT_MS: DurationMs = 30 * MS_PER_SECOND;
/** So many at once, and such a share of those at work, is no coincidence: their line is broken, not each one's own. */
export const LEAST_TOGETHER = 3;
export const LEAST_SHARE = 0.2;

/**
 * The holes in the platform's pulse: times of `within` in which no node wrote it. Before the first pulse that is known nothing is
 * known, so that this is no hole.
 * @param pulse stretches in which a node wrote without a break; the newest one before `within` must be among them
 */
export function holesOf(pulse: readonly Interval[], within: Interval): Interval[] {
  if (pulse.length === 0) return [];
  const known = latest(within.from, Math.min(...pulse.map(({ from }) => from)) as Instant);
  // A stretch that was written once has no length and yet ends a hole.
  const alive = pulse.map(({ from, to }) => ({ from, to: Math.max(to, from + 1) as Instant }));
  return difference([{ from: known, to: within.to }], alive).filter(({ from, to }) => to - from >= PULSE_LOST_MS);
}

/**
 * The silences of one attempt: gaps between heartbeats, cut where a save arrived in between, because a save is contact as well. What
 * is left below `GAP_AFTER_MS` is none.
 */
export function silencesOf(gaps: readonly Interval[], savedAt: readonly Instant[]): Interval[] {
  const contacts = savedAt.map((at) => ({ from: at, to: (at + 1) as Instant }));
  return difference(gaps, contacts).filter(({ from, to }) => to - from >= GAP_AFTER_MS);
}

/** One attempt as the search for outages sees it. */
export interface Watched {
  /** From its start to its end or its hand-in. */
  readonly work: Interval;
  readonly silences: readonly Interval[];
}

/**
 * When so many attempts were silent at the same time that their common line must have been broken. Times at which the platform itself
 * was away are left out: they are its own outage.
 */
export function lineBreaks(attempts: readonly Watched[], holes: readonly Interval[]): Interval[] {
  const steps = attempts.flatMap(({ work, silences }) => [
    { at: work.from, working: 1, silent: 0 },
    { at: work.to, working: -1, silent: 0 },
    ...intersection(silences, [work]).flatMap(({ from, to }) => [
      { at: from, working: 0, silent: 1 },
      { at: to, working: 0, silent: -1 },
    ]),
  ]);
  const found: Interval[] = [];
  let [working, silent] = [0, 0];
  const ordered = steps.sort((a, b) => a.at - b.at);
  ordered.forEach((step, index) => {
    working += step.working;
    silent += step.silent;
    const to = ordered[index + 1]?.at ?? step.at;
    if (silent >= LEAST_TOGETHER && silent >= working * LEAST_SHARE) found.push({ from: step.at, to });
  });
  return difference(found, holes).filter(({ from, to }) => to - from >= LEAST_INCIDENT_MS);
}

/** Whose fault a silence was: the platform's when its pulse has a hole there, the line's when many were silent together, else one's own. */
export function causeOf(silence: Interval, holes: readonly Interval[], breaks: readonly Interval[]): LossCause {
  if (intersection([silence], holes).length > 0) return 'platform';
  return intersection([silence], breaks).length > 0 ? 'line' : 'own';
}

export interface KnownIncident<Id> {
  readonly id: Id;
  readonly kind: string;
  /** Null while it lasts. */
  readonly endedAt: Instant | null;
  readonly beganAt: Instant;
  /** Found by the machine, and no person has decided about it yet. */
  readonly isOpenProposal: boolean;
}

export interface Proposal<Id> {
  /** The proposal that this one brings up to date; null for a new one. */
  readonly id: Id | null;
  readonly beganAt: Instant;
  /** Null while it lasts. */
  readonly endedAt: Instant | null;
}

/**
 * What to propose to a person (P13). What a person has opened or decided is never proposed again; a proposal that is still open grows
 * with the outage.
 */
export function proposalsOf<Id>(
  kind: string,
  found: readonly Interval[],
  known: readonly KnownIncident<Id>[],
  now: Instant,
): Proposal<Id>[] {
  const spanOf = ({ beganAt, endedAt }: KnownIncident<Id>) => ({ from: beganAt, to: endedAt ?? now });
  const settled = known.filter(({ isOpenProposal }) => !isOpenProposal).map(spanOf);
  const mine = known.filter((incident) => incident.isOpenProposal && incident.kind === kind);
  const news = difference(found, settled).filter(({ from, to }) => to - from >= LEAST_INCIDENT_MS);
  return news.flatMap((stretch) => {
    const touching = mine.find((incident) => union([spanOf(incident), stretch]).length === 1);
    const endedAt = stretch.to >= now ? null : stretch.to;
    const isSame = touching?.beganAt === stretch.from && touching.endedAt === endedAt;
    return isSame ? [] : [{ id: touching?.id ?? null, beganAt: stretch.from, endedAt }];
  });
}
