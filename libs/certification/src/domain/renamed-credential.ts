import { toIso, type CertificateNumber, type Instant } from '@hz/kernel';
import { credentialId, LATIN_NAME, type StatusEntry, type UnsignedCredential } from '@hz/verification/contract';

export interface RenamedFacts {
  readonly number: CertificateNumber;
  readonly publicUrl: string;
  readonly issuer: { readonly did: string; readonly name: string };
  readonly holder: { readonly name: string; readonly latinName: string | null };
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly status: StatusEntry;
}

/**
 * The credential that takes the place of another because its holder has another name now, or because the registration is renewed. What was
 * achieved, when and how well stay as they were.
 */
export function renamedCredential(before: UnsignedCredential, facts: RenamedFacts): UnsignedCredential {
  const { publicUrl, issuer, holder } = facts;
  const named = (identityType: 'name' | typeof LATIN_NAME, identityHash: string) =>
    ({ type: 'IdentityObject', hashed: false, identityHash, identityType }) as const;
  const latin = holder.latinName === null ? [] : [named(LATIN_NAME, holder.latinName)];
  return {
    ...before,
    id: credentialId(publicUrl, facts.number),
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: publicUrl },
    validFrom: toIso(facts.validFrom),
    validUntil: toIso(facts.validUntil),
    credentialSubject: { ...before.credentialSubject, identifier: [named('name', holder.name), ...latin] },
    credentialStatus: facts.status,
  };
}
