import { instant, MS_PER_DAY, type Instant } from '@hz/kernel';
import type { Interval } from './intervals';

/** Exam days are those of China Standard Time: UTC+8, without summer time. */
const ZONE_MS = 8 * 3_600_000;

/** The day in which `now` lies. */
export function examDayOf(now: Instant): Interval {
  const from = instant(Math.floor((now + ZONE_MS) / MS_PER_DAY) * MS_PER_DAY - ZONE_MS);
  return { from, to: instant(from + MS_PER_DAY) };
}

export interface DayCounts {
  readonly running: number;
  readonly laterToday: number;
  readonly endedToday: number;
}

/** How many windows are open now, and how many of this day's are still to come or over. Cancelled and planned sessions are left out before. */
export function dayCountsOf(sessions: readonly { opensAt: Instant; closesAt: Instant }[], now: Instant): DayCounts {
  const today = examDayOf(now);
  return {
    running: sessions.filter(({ opensAt, closesAt }) => opensAt <= now && now <= closesAt).length,
    laterToday: sessions.filter(({ opensAt }) => opensAt > now && opensAt < today.to).length,
    endedToday: sessions.filter(({ closesAt }) => closesAt < now && closesAt >= today.from).length,
  };
}
