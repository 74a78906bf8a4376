import type { CertificateStatus } from '../contract';

/** Characters of an address that nobody can guess: 16 random bytes. An address that was chosen has no capitals and stays below. */
export const RANDOM_SLUG_LENGTH = 22;

interface Shown {
  readonly achievementId: string;
  readonly status: CertificateStatus;
}

/** Statuses that a holder's page tells of. One that is revoked, or not issued yet, stands for nothing and is left out. */
const TOLD: readonly CertificateStatus[] = ['valid', 'suspended', 'expired'];

/**
 * Of a person's certificates, newest first, the one for each achievement that a page can tell of: what took the place of another stands
 * there by itself, so that a renewal needs no new tick.
 */
export function currentOfEach<Certificate extends Shown>(certificates: readonly Certificate[]): Certificate[] {
  const seen = new Set<string>();
  return certificates.filter(({ achievementId, status }) => {
    if (seen.has(achievementId) || !TOLD.includes(status)) return false;
    seen.add(achievementId);
    return true;
  });
}
