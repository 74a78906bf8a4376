import type { CertificateNumber, Instant, InstitutionId, Level, LocalizedText, PersonId } from '@hz/kernel';
import type { LogEntryId } from '@hz/transparency/contract';
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
  /** Opens the leaf of the issue in the transparency log: 32 random bytes, recorded with the number. */
  readonly logSalt: Buffer;
  /** The entry of the issue in the log; null until the certificate is published. */
  readonly logEntry: LogEntryId | null;
  /** The tlog-proof that is printed with the certificate, kept so that printing again gives the same file. */
  readonly logProof: string | null;
  readonly qrPayload: string | null;
  /** The number whose place this one takes. */
  readonly replaces: CertificateNumber | null;
  /** Why it takes that place. */
  readonly replacesReason: string | null;
  /** The version of the template that it is printed with; null for certificates of before there were templates. */
  readonly templateVersionId: string | null;
  readonly supersededBy: CertificateNumber | null;
  /** Why it is suspended or superseded. */
  readonly statusReason: string | null;
}

/** The status as of `now`: a valid certificate whose registration has ended is expired, without anybody doing anything. */
export function statusAt(
  { status, expiresAt }: Pick<CertificateRecord, 'status' | 'expiresAt'>,
  now: Instant,
): CertificateStatus {
  return (status === 'valid' || status === 'suspended') && now >= expiresAt ? 'expired' : status;
}

/** The address that the QR code holds. What follows the `#` is signed, and reaches no server; earlier certificates have none. */
export function verificationUrl(
  publicUrl: string,
  number: string,
  code: string,
  qrPayload: string | null = null,
): string {
  const url = `${publicUrl}/verify/${number}?code=${encodeURIComponent(code)}`;
  return qrPayload === null ? url : `${url}#${qrPayload}`;
}
