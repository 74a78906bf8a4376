import type { DurationMs } from '@hz/kernel';

const MS_PER_SECOND = 1_000;
/** Sums of fractions are never exact. */
const ROUNDING_MS = 1e-6;

/** How much may be taken: `perSecond` on average, and up to `atOnce` after a pause. */
export interface Allowed {
  readonly perSecond: number;
  readonly atOnce: number;
}

/**
 * Takes `count` out of an allowance: the generic cell rate algorithm (ITU-T I.371, annex A), a token bucket whose whole state is the
 * moment `fullAt` at which it is full again. Moments are ms of one monotonic clock; null: nothing was ever taken. Gives the new moment,
 * or how long to wait until so much is there. More than `atOnce` is given to a full bucket and owed, so that no call is refused for ever.
 */
export function taken(
  fullAt: number | null,
  { perSecond, atOnce }: Allowed,
  count: number,
  now: number,
): { readonly fullAt: number } | { readonly waitMs: DurationMs } {
  const perPiece = MS_PER_SECOND / perSecond;
  const from = Math.max(now, fullAt ?? now);
  const waitMs = from + Math.min(count, atOnce) * perPiece - atOnce * perPiece - now;
  return waitMs > ROUNDING_MS ? { waitMs: Math.ceil(waitMs) } : { fullAt: from + count * perPiece };
}
