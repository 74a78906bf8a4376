import { MS_PER_MINUTE, MS_PER_SECOND, plus, type Instant } from '@hz/kernel';
import type { Accommodation, SessionRules } from '../contract';

/**
 * The moment after which nobody can be at work: as if somebody with the largest accommodation had started in the last moment of the
 * window and used the grace as well. Late on purpose: a session that is closed too early would cut somebody off.
 */
export function latestEnd(closesAt: Instant, rules: SessionRules, largest: Accommodation): Instant {
  const minutes = rules.durationMinutes * (1 + largest.extraTimePercent / 100) + largest.breakMinutes;
  return plus(closesAt, minutes * MS_PER_MINUTE + rules.graceSeconds * MS_PER_SECOND);
}
