import type { Instant } from '@hz/kernel';
import type { CertificateStatus, RecheckPart, StatusChangeKind } from '../contract';

/** A fault that was come upon: where, in which form or statement, and what it is. */
export interface Fault {
  readonly part: RecheckPart;
  readonly subject: string;
  readonly code: string;
}

/** The answer of a stranger's verifier, as far as it is needed here. */
export interface StrangersAnswer {
  readonly verdict: 'valid' | 'not-valid' | 'cannot-be-determined';
  readonly reasons: readonly string[];
}

const CHINA_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 24 * 3_600_000;
/** Nobody sits an exam then. */
const NIGHT_BEGINS_MS = 2 * 3_600_000;
/** An issue takes seconds; what waits for so long is stuck. */
export const STUCK_AFTER_MS = DAY_MS;

/** Whether the run of the night is due: none was begun since it was last two o'clock in China, or none ever was. */
export function recheckDue(now: Instant, lastBegunAt: Instant | null): boolean {
  if (lastBegunAt === null) return true;
  const shift = CHINA_OFFSET_MS - NIGHT_BEGINS_MS;
  const lastNight = Math.floor((now + shift) / DAY_MS) * DAY_MS - shift;
  return lastBegunAt < lastNight && now >= lastNight;
}

/** What the status lists must make a verifier say of a certificate with this status, whose registration has ended or not. */
export function reasonsByLists(status: CertificateStatus, ended: boolean): readonly string[] {
  const withdrawn = { suspended: ['suspended'], revoked: ['revoked'], superseded: ['revoked'] };
  const reasons = status in withdrawn ? withdrawn[status as keyof typeof withdrawn] : [];
  return ended || status === 'expired' ? [...reasons, 'expired'] : reasons;
}

/** The same with the logged statements at hand: they tell a superseded certificate from a revoked one. */
export function reasonsByStatements(
  status: CertificateStatus,
  ended: boolean,
  kinds: readonly StatusChangeKind[],
): readonly string[] {
  const reasons = reasonsByLists(status, ended);
  return kinds.includes('supersede') ? reasons.map((code) => (code === 'revoked' ? 'superseded' : code)) : reasons;
}

/**
 * Where a stranger's answer is another than the record lets expect: each reason that nothing explains; when there is none, `still-counts`
 * where a reason is missing that should keep the certificate from counting.
 */
export function unexpectedOf({ verdict, reasons }: StrangersAnswer, expected: readonly string[]): readonly string[] {
  const unexplained = reasons.filter((code) => !expected.includes(code));
  const missing = unexplained.length === 0 && expected.some((code) => !reasons.includes(code));
  const unsaid = verdict !== 'valid' && reasons.length === 0 ? ['unreadable'] : [];
  return [...unexplained, ...(missing ? ['still-counts'] : []), ...unsaid];
}
