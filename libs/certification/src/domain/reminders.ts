import { MS_PER_DAY, plus, type Instant } from '@hz/kernel';

export interface DueReminder {
  readonly days: number;
  /** Whether it goes out; otherwise a nearer one is due at the same time, and goes in its place. */
  readonly goesOut: boolean;
}

/**
 * Which reminders of the end of a registration are due and not decided yet. `given`: the distances in days at which reminders go out.
 * One that was due before the certificate existed is none. After the end nothing is due.
 */
export function dueReminders(
  given: readonly number[],
  { intendedAt, expiresAt }: { intendedAt: Instant; expiresAt: Instant },
  decided: readonly number[],
  now: Instant,
): DueReminder[] {
  if (now >= expiresAt) return [];
  const moment = (days: number) => plus(expiresAt, -days * MS_PER_DAY);
  const reached = given.filter((days) => moment(days) <= now && moment(days) >= intendedAt);
  const nearest = Math.min(...reached);
  return reached.filter((days) => !decided.includes(days)).map((days) => ({ days, goesOut: days === nearest }));
}
