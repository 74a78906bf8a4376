import { plus, type DurationMs, type Instant } from '@hz/kernel';
import type { IncidentBasis, IncidentOutcome, ResitReason } from '../contract';
import { difference, intersection, lengthOf, union, type Interval } from './intervals';

/** An incident as far as compensation depends on it. It is over: `span.to` is its end. */
export interface IncidentTerms {
  readonly span: Interval;
  readonly basis: IncidentBasis;
  /** It kept everybody from starting, too: the window and the last moment to start move along. */
  readonly movesWindow: boolean;
  readonly outageLimitMs: DurationMs;
  readonly opensAt: Instant;
  /** The last moment at which one could start, before this incident moved it. */
  readonly lastEntryAt: Instant;
  /** Earlier incidents that moved the window. */
  readonly windowSpans: readonly Interval[];
}

/** A candidate of the session. Without an attempt, or before its start, `startedAt` and `deadlineAt` are null. */
export interface Subject {
  readonly status: 'registered' | 'prepared' | 'started' | 'submitted';
  readonly startedAt: Instant | null;
  readonly deadlineAt: Instant | null;
  readonly submittedAt: Instant | null;
  readonly submittedBy: 'candidate' | 'worker' | null;
  readonly silences: readonly Interval[];
  /** What earlier incidents have given back already. */
  readonly compensated: readonly Interval[];
}

export interface Impact {
  /** The time that is given back: disjoint from what was given back before. */
  readonly lost: readonly Interval[];
  readonly lostMs: DurationMs;
  /** By how much the window moves for somebody who had not started. */
  readonly windowMs: DurationMs;
  readonly outcome: IncidentOutcome;
  readonly resitReason: ResitReason | null;
}

/** Whether the outage lasted longer than the rules let it be made up for: then those it hit sit again. */
export function isBeyondLimit({ span, outageLimitMs }: Pick<IncidentTerms, 'span' | 'outageLimitMs'>): boolean {
  return span.to - span.from > outageLimitMs;
}

/** Whether it kept everybody out at a time at which one could have started. */
export function hitsEntry({ span, movesWindow, opensAt, lastEntryAt }: IncidentTerms): boolean {
  return movesWindow && intersection([span], [{ from: opensAt, to: lastEntryAt }]).length > 0;
}

/**
 * The time that the incident took from somebody's work: the own silences within it (or all of it, when the incident asks for that), from
 * the start on and not after the hand-in. While time is lost the clock stands still: a loss that begins before the end counts whole,
 * and moves the end for the next one. What was given back before is not given back twice.
 */
export function lostTime(
  { startedAt, deadlineAt, submittedAt, silences, compensated }: Subject,
  { span, basis }: Pick<IncidentTerms, 'span' | 'basis'>,
): Interval[] {
  if (startedAt === null || deadlineAt === null) return [];
  const until = submittedAt ?? (Number.MAX_SAFE_INTEGER as Instant);
  const hit = intersection(basis === 'whole' ? [span] : intersection(silences, [span]), [
    { from: startedAt, to: until },
  ]);
  const lost: Interval[] = [];
  let end = deadlineAt;
  for (const loss of difference(hit, compensated)) {
    if (loss.from >= end) break;
    lost.push(loss);
    end = plus(end, loss.to - loss.from);
  }
  return lost;
}

/** By how much the window was shortened for somebody who started at `startedAt`, or has not started (null), by incidents that kept all out. */
export function windowLoss(spans: readonly Interval[], opensAt: Instant, startedAt: Instant | null): DurationMs {
  const to = startedAt ?? (Number.MAX_SAFE_INTEGER as Instant);
  return lengthOf(intersection(union(spans), [{ from: opensAt, to }]));
}

/** What the incident means for one candidate, as it stands at `now`. */
export function impactOf(subject: Subject, incident: IncidentTerms, now: Instant): Impact {
  const lost = lostTime(subject, incident);
  const lostMs = lengthOf(lost);
  const { span, windowSpans, opensAt } = incident;
  const shortened = (spans: readonly Interval[]) => windowLoss(spans, opensAt, subject.startedAt);
  const windowMs = hitsEntry(incident) ? shortened([...windowSpans, span]) - shortened(windowSpans) : 0;
  return { lost, lostMs, windowMs, ...outcomeOf(subject, incident, { lostMs, windowMs }, now) };
}

type Outcome = Pick<Impact, 'outcome' | 'resitReason'>;
const extended: Outcome = { outcome: 'extended', resitReason: null };
const nothing: Outcome = { outcome: 'none', resitReason: null };
const resit = (resitReason: ResitReason): Outcome => ({ outcome: 'resit', resitReason });

interface Loss extends Pick<Impact, 'lostMs' | 'windowMs'> {
  readonly beyond: boolean;
  /** The last moment to start has gone by, as far as it was moved. */
  readonly tooLate: boolean;
}

function outcomeOf(
  { status, submittedBy }: Subject,
  incident: IncidentTerms,
  { lostMs, windowMs }: Pick<Impact, 'lostMs' | 'windowMs'>,
  now: Instant,
): Outcome {
  const loss: Loss = {
    lostMs,
    windowMs,
    beyond: isBeyondLimit(incident),
    tooLate: now > plus(incident.lastEntryAt, windowMs),
  };
  switch (status) {
    case 'registered':
      return loss.beyond && windowMs > 0 ? resit('could-not-start') : nothing;
    case 'prepared':
      return beforeTheStart(loss);
    case 'started':
      return atWork(loss);
    case 'submitted':
      return handedIn(loss, submittedBy);
  }
}

function beforeTheStart({ windowMs, beyond, tooLate }: Loss): Outcome {
  if (windowMs === 0) return nothing;
  return beyond || tooLate ? resit('could-not-start') : extended;
}

function atWork({ lostMs, windowMs, beyond }: Loss): Outcome {
  if (lostMs > 0) return beyond ? resit('outage-beyond-limit') : extended;
  return windowMs > 0 && !beyond ? extended : nothing;
}

/** Who has handed in has decided so; whom the old deadline has closed has not. */
function handedIn({ lostMs, beyond }: Loss, by: Subject['submittedBy']): Outcome {
  if (lostMs === 0) return nothing;
  if (by === 'candidate') return { outcome: 'handed-in', resitReason: null };
  return resit(beyond ? 'outage-beyond-limit' : 'closed-meanwhile');
}
