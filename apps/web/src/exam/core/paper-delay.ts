const MOST_MS = 180_000;
/** By so long before the opening every page has begun to fetch. */
const RESERVE_MS = 60_000;

/**
 * In how many ms the sealed paper is to be fetched: at a random moment of the time left until the opening, at most three minutes away, so
 * that those who wait together do not ask together. At once where little time is left, and on a reload: that one has waited already.
 * `random` lies in [0, 1).
 */
export function paperDelay({
  leftMs,
  isReload,
  random,
}: {
  leftMs: number;
  isReload: boolean;
  random: number;
}): number {
  const spread = Math.min(MOST_MS, leftMs - RESERVE_MS);
  return isReload || spread <= 0 ? 0 : Math.floor(random * spread);
}
