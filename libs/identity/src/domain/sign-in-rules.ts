import { plus, type DurationMs, type Instant } from '@hz/kernel';

const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 15 * 60_000;

/** From which moment the next sign-in is tried, after so many failures in a row, the last one at `lastAt`: 2 s after the fifth, doubling to 15 min. */
export function nextTryAt(failures: number, lastAt: Instant): Instant {
  return plus(lastAt, waitAfter(failures));
}

export function waitAfter(failures: number): DurationMs {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_MS);
}

/** E-mail addresses are told apart without regard to case and surrounding blanks. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** What must not be a password: the address, a part of it, one character repeated, or a plain run of digits. */
export function isTooEasy(password: string, email: string): boolean {
  const text = password.toLowerCase();
  const local = emailKey(email).split('@')[0]!;
  return (
    text === emailKey(email) ||
    (local.length >= 4 && text.replaceAll(local, '').length < 4) ||
    new Set(text).size < 4 ||
    '01234567890123456789'.includes(text)
  );
}
