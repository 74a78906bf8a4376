import type { CertificateNumber, Instant, InstitutionId, Level, LocalizedText, PersonId } from '@hz/kernel';
import type { CertificateStatus } from '../contract';

/** A certificate as it is stored. */
export interface CertificateRecord {
  readonly number: CertificateNumber;
  readonly achievementId: string;
  readonly personId: PersonId;
  readonly institutionId: InstitutionId | null;
  readonly status: CertificateStatus;
  readonly holderName: string;
  readonly title: LocalizedText;
  readonly level: Level;
  /** Canonical JSON of the credential before it was signed, recorded before anything else happened. */
  readonly unsignedBytes: string;
  /** The verification code, sealed under the number. */
  readonly codeSealed: Buffer;
  readonly intendedAt: Instant;
  readonly expiresAt: Instant;
  readonly credential: string | null;
  readonly pdfHash: string | null;
  readonly issuedAt: Instant | null;
  readonly revokedAt: Instant | null;
  readonly revokedReason: string | null;
}

/** The status as of `now`: a valid certificate whose registration has ended is expired, without anybody doing anything. */
export function statusAt(
  { status, expiresAt }: Pick<CertificateRecord, 'status' | 'expiresAt'>,
  now: Instant,
): CertificateStatus {
  return (status === 'valid' || status === 'suspended') && now >= expiresAt ? 'expired' : status;
}

/** The address that the QR code holds. */
export function verificationUrl(publicUrl: string, number: string, code: string): string {
  return `${publicUrl}/verify/${number}?code=${encodeURIComponent(code)}`;
}
