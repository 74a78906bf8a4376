import { earliest, latest, MS_PER_MINUTE, MS_PER_SECOND, plus, type DurationMs, type Instant } from '@hz/kernel';
import type { Accommodation, SessionRules } from '@hz/registration/contract';

export interface DeadlineInput {
  readonly startedAt: Instant;
  readonly rules: Pick<SessionRules, 'durationMinutes' | 'windowPolicy'>;
  readonly accommodation: Accommodation;
  /** Time lost to incidents, approved for this attempt. */
  readonly incidentsMs: DurationMs;
  /** What incidents took of the window before the attempt started: its end moves by so much. */
  readonly windowShiftMs: DurationMs;
  readonly closesAt: Instant;
}

/** Working time: the limit with the extra share, rounded up to whole milliseconds, plus breaks. */
export function workingTime(
  { durationMinutes }: Pick<SessionRules, 'durationMinutes'>,
  accommodation: Accommodation,
): DurationMs {
  const limit = durationMinutes * MS_PER_MINUTE;
  return limit + Math.ceil((limit * accommodation.extraTimePercent) / 100) + accommodation.breakMinutes * MS_PER_MINUTE;
}

/**
 * The one moment at which an attempt ends (P4). It has its working time and what incidents took from it; under `hand-in-by-close` no
 * more than until the window ends. An accommodation and incidents move the window's end along, so that they are never swallowed by it.
 */
export function deadlineOf(input: DeadlineInput): Instant {
  const { startedAt, rules, accommodation, incidentsMs, windowShiftMs, closesAt } = input;
  const own = plus(startedAt, workingTime(rules, accommodation) + incidentsMs);
  if (rules.windowPolicy === 'start-by-close') return own;
  const granted = workingTime(rules, accommodation) - rules.durationMinutes * MS_PER_MINUTE;
  return latest(startedAt, earliest(own, plus(closesAt, granted + windowShiftMs + incidentsMs)));
}

/** Until when responses that were given before the deadline are still taken. */
export function graceEndOf(deadlineAt: Instant, { graceSeconds }: Pick<SessionRules, 'graceSeconds'>): Instant {
  return plus(deadlineAt, graceSeconds * MS_PER_SECOND);
}

/** The last moment at which one may start; null: until the window ends. */
export function latestStartOf(
  opensAt: Instant,
  { lateEntryMinutes }: Pick<SessionRules, 'lateEntryMinutes'>,
): Instant | null {
  return lateEntryMinutes === null ? null : plus(opensAt, lateEntryMinutes * MS_PER_MINUTE);
}
