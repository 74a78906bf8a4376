const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The pauses after each failed attempt that the Standard Webhooks specification recommends; all together about three days. */
export const PAUSES_MS = [
  5_000,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;
const JITTER = 0.2;

/**
 * How long to wait after so many failed attempts, in ms; null when enough was tried. `chance` (0 to 1) spreads what failed together by a
 * fifth in either direction.
 */
export function pauseAfter(failed: number, chance: number): number | null {
  const pause = PAUSES_MS[failed - 1];
  return pause === undefined ? null : Math.round(pause * (1 + JITTER * (2 * chance - 1)));
}
