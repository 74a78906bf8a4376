import { latest, MS_PER_DAY, plus, type Instant } from '@hz/kernel';
import { APPEAL_DAYS, type CertificateStatus } from '../contract';

/** The last moment at which an appeal against a revocation can be handed in. */
export function appealableUntil(revokedAt: Instant): Instant {
  return plus(revokedAt, APPEAL_DAYS * MS_PER_DAY);
}

export interface Appealable {
  readonly status: CertificateStatus;
  readonly revokedAt: Instant | null;
}

/** Whether an appeal can be handed in now: against a revocation, in time, once. */
export function mayAppeal({ status, revokedAt }: Appealable, appealed: boolean, now: Instant): boolean {
  return status === 'revoked' && revokedAt !== null && !appealed && now <= appealableUntil(revokedAt);
}

/** At least so many days are left of a registration that is given back. */
const LEAST_DAYS = 90;

/**
 * The end of the registration that an upheld appeal gives back: the time that the revocation took is added, and at least ninety days are
 * left, so that the holder can still renew.
 */
export function restoredUntil(expiresAt: Instant, revokedAt: Instant, now: Instant): Instant {
  return latest(plus(expiresAt, now - revokedAt), plus(now, LEAST_DAYS * MS_PER_DAY));
}
