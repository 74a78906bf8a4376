import { plus, type DurationMs, type Instant } from '@hz/kernel';

/** How failures slow the next try down: so many are free, then the wait doubles up to a longest one. */
export interface BackOff {
  readonly freeFailures: number;
  readonly firstWaitMs: DurationMs;
  readonly longestWaitMs: DurationMs;
}

/** For one e-mail from one network, or from one device that is known to be the owner's. */
export const NARROW_BACK_OFF: BackOff = { freeFailures: 5, firstWaitMs: 2_000, longestWaitMs: 15 * 60_000 };
/** For one e-mail from all unknown devices together: holds up a guesser with many addresses, and is short, since it meets the owner too. */
export const WIDE_BACK_OFF: BackOff = { freeFailures: 30, firstWaitMs: 2_000, longestWaitMs: 60_000 };

/** After so long without a failure the earlier ones are forgotten. */
const FORGET_AFTER_MS = 60 * 60_000;

export interface Failures {
  readonly failures: number;
  readonly lastAt: Instant;
}

/** How many failures still count at `now`. */
export function failuresAt({ failures, lastAt }: Failures, now: Instant): number {
  return now - lastAt > FORGET_AFTER_MS ? 0 : failures;
}

/** How long, at `now`, the next try has to wait; 0 when it may be made. */
export function waitAt(counted: Failures, backOff: BackOff, now: Instant): DurationMs {
  const until = plus(counted.lastAt, waitAfter(failuresAt(counted, now), backOff));
  return Math.max(0, until - now);
}

export function waitAfter(failures: number, { freeFailures, firstWaitMs, longestWaitMs }: BackOff): DurationMs {
  if (failures < freeFailures) return 0;
  return Math.min(firstWaitMs * 2 ** (failures - freeFailures), longestWaitMs);
}

/** E-mail addresses are told apart without regard to case and surrounding blanks. */
export function emailKey(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** The network that an address stands for: an IPv4 address itself, of an IPv6 address its /64, which one subscriber holds whole. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+(?:\.\d+){3})$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const groups = groupsOf(head);
  const after = groupsOf(tail ?? '');
  const zeros = Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  const network = [...groups, ...zeros, ...after].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
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
