import type { Brand } from './brand';

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** A length of time in milliseconds. */
export type DurationMs = number;

export const MS_PER_SECOND = 1_000;
export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

/** The moment that lies `ms` milliseconds after the epoch; fractions are cut off. */
export function instant(ms: number): Instant {
  return Math.trunc(ms) as Instant;
}

export function plus(at: Instant, ms: DurationMs): Instant {
  return instant(at + ms);
}

export function earliest(...moments: Instant[]): Instant {
  return Math.min(...moments) as Instant;
}

export function latest(...moments: Instant[]): Instant {
  return Math.max(...moments) as Instant;
}

/** ISO 8601 in UTC with milliseconds, as in every document that the platform signs. */
export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}
