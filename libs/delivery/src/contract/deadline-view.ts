import { MS_PER_MINUTE, type DurationMs } from '@hz/kernel';
import type { AttemptView } from './attempt';

/** The moments of an attempt that a clock needs. */
export type TimedAttempt = Pick<AttemptView, 'status' | 'deadlineAt' | 'graceEndsAt' | 'sections'>;

/** `running`: time is left. `grace`: it is over, what was given before may still arrive. `over`: nothing is taken any more. */
export type DeadlinePhase = 'waiting' | 'running' | 'grace' | 'over' | 'submitted';

export interface DeadlineView {
  readonly phase: DeadlinePhase;
  /** Time left of the sitting, never below 0; null before the start. */
  readonly remainingMs: DurationMs | null;
  /** Time left of the open section that has a time of its own; null where there is none. */
  readonly sectionRemainingMs: DurationMs | null;
  /** The lowest threshold that has been reached; a page speaks when this changes, and not each second (P12). */
  readonly threshold: DurationMs | null;
}

/** At these remaining times a page tells the candidate, also by screen reader. */
export const ANNOUNCED_MS: readonly DurationMs[] = [30, 15, 10, 5, 1].map((minutes) => minutes * MS_PER_MINUTE);

/**
 * What a clock shows at `serverNow`, the server's time: that of the last reply, carried on by the page's monotonic counter. The wall
 * clock of the device is never asked (P4). The page only shows; the server decides.
 */
export function deadlineView(
  { status, deadlineAt, graceEndsAt, sections }: TimedAttempt,
  serverNow: number,
): DeadlineView {
  if (status === 'submitted') return { phase: 'submitted', remainingMs: 0, sectionRemainingMs: null, threshold: null };
  if (deadlineAt === null || graceEndsAt === null) {
    return { phase: 'waiting', remainingMs: null, sectionRemainingMs: null, threshold: null };
  }
  const remainingMs = Math.max(0, deadlineAt - serverNow);
  const endsAt = sections?.endsAt ?? null;
  return {
    phase: serverNow <= deadlineAt ? 'running' : serverNow <= graceEndsAt ? 'grace' : 'over',
    remainingMs,
    sectionRemainingMs: endsAt === null ? null : Math.max(0, endsAt - serverNow),
    threshold: ANNOUNCED_MS.findLast((ms) => remainingMs <= ms) ?? null,
  };
}
