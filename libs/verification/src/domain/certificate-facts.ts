import type { Level, LocalizedText } from '@hz/kernel';
import { maskedName, type AnyCredential, type UnsignedCredential } from '../contract';

export interface CertificateFacts {
  readonly number: string;
  readonly holderName: string;
  readonly maskedName: string;
  readonly title: LocalizedText;
  readonly level: Level;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** A credential whose proof was checked; in the compact form it stands outside of it. */
export type CheckedCredential = AnyCredential | UnsignedCredential;

/** What a signed credential says of a certificate. */
export function certificateFacts(credential: CheckedCredential): CertificateFacts {
  const { achievement, identifier } = credential.credentialSubject;
  const holderName = identifier[0]!.identityHash;
  return {
    number: credential.id.slice(credential.id.lastIndexOf('/') + 1),
    holderName,
    maskedName: maskedName(holderName),
    title: { zh: achievement.name, en: credential.name },
    level: achievement.otherIdentifier[0].identifier,
    issuedAt: Date.parse(credential.validFrom),
    expiresAt: Date.parse(credential.validUntil),
  };
}
