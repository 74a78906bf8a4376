import { MS_PER_DAY, MS_PER_SECOND, plus, toIso, type Instant } from '@hz/kernel';

/** China Standard Time, which knows no summer time: the day by which quotas are counted. */
const CHINA_OFFSET_MS = 8 * 3_600 * MS_PER_SECOND;

/** The day (`YYYY-MM-DD`) on whose quota a call at `now` is counted. */
export function quotaDay(now: Instant): string {
  return toIso(plus(now, CHINA_OFFSET_MS)).slice(0, 10);
}

/** Whole seconds until the next day's quota begins. */
export function secondsToNextQuota(now: Instant): number {
  return Math.ceil((MS_PER_DAY - ((now + CHINA_OFFSET_MS) % MS_PER_DAY)) / MS_PER_SECOND);
}
