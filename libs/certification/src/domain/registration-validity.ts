import { instant, type Instant } from '@hz/kernel';

const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * When the registration of a certificate ends: the same day and time of day (China Standard Time) so many calendar months later; where
 * that month is shorter, its last day. The achievement itself never ends.
 */
export function registrationEndsAt(from: Instant, months: number): Instant {
  if (!Number.isInteger(months) || months < 1) throw new RangeError(`months ${months}`);
  const local = new Date(from + CHINA_OFFSET_MS);
  const [year, month, day] = [local.getUTCFullYear(), local.getUTCMonth() + months, local.getUTCDate()];
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const timeOfDay = (from + CHINA_OFFSET_MS) % 86_400_000;
  return instant(Date.UTC(year, month, Math.min(day, lastDay)) + timeOfDay - CHINA_OFFSET_MS);
}
