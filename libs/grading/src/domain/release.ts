import type { ReleaseBlockers } from '../contract';

export interface GradingCounts {
  /** Attempts by their state in delivery. */
  readonly started: number;
  readonly submitted: number;
  readonly scored: number;
  readonly openTasks: number;
  /** Scored attempts of which nothing waits for a marker, but whose result is not settled. */
  readonly unsettled: number;
}

/** What stands between a session and its release. */
export function blockersOf(counts: GradingCounts): ReleaseBlockers {
  return {
    running: counts.started,
    unscored: Math.max(0, counts.submitted - counts.scored),
    toMark: counts.openTasks,
    unsettled: counts.unsettled,
  };
}

export function isReleasable(blockers: ReleaseBlockers): boolean {
  return Object.values(blockers).every((count) => count === 0);
}
