import { canonicalJson, type CertificateNumber } from '@hz/kernel';
import { isProvenIndependently, isTokenOf } from '@hz/verification';
import {
  credentialSchema,
  unsignedCredentialSchema,
  type Credential,
  type Disclosure,
  type UnsignedCredential,
} from '@hz/verification/contract';
import { CredentialRefused } from '../contract';

/** A credential as it is given out: as JSON with its proofs, and as JWT. */
export interface SignedVariant {
  readonly disclosure: Disclosure;
  readonly credential: Credential;
  readonly token: string;
}

/** The recorded bytes as a credential; throws CredentialRefused when they are not exactly one that the schema knows. */
export function linted(number: CertificateNumber, unsignedBytes: string): UnsignedCredential {
  const parsed = unsignedCredentialSchema.safeParse(JSON.parse(unsignedBytes));
  if (!parsed.success)
    throw new CredentialRefused({ number, step: 'lint', path: parsed.error.issues[0]!.path.join('.') });
  if (canonicalJson(parsed.data) !== unsignedBytes) throw new CredentialRefused({ number, step: 'lint', path: '' });
  return parsed.data;
}

/**
 * The last look before release: what was signed says exactly what it was to say, both proofs are of the issuer's key, and they and the
 * token hold by other code than that which made them. Throws CredentialRefused.
 */
export async function fitForRelease(
  number: CertificateNumber,
  unsigned: UnsignedCredential,
  { disclosure, credential: signed, token }: SignedVariant,
  publicKey: string,
): Promise<SignedVariant> {
  const refused = (step: string) => new CredentialRefused({ number, disclosure, step });
  const parsed = credentialSchema.safeParse(signed);
  if (!parsed.success) throw refused('shape');
  const credential = parsed.data;
  const { proof, ...payload } = credential;
  if (canonicalJson(payload) !== canonicalJson(unsigned)) throw refused('compare');
  if (proof.some(({ verificationMethod }) => !verificationMethod.endsWith(`#${publicKey}`))) throw refused('key');
  if (!(await isProvenIndependently(credential, publicKey))) throw refused('verify');
  if (!(await isTokenOf(token, unsigned, publicKey))) throw refused('token');
  return { disclosure, credential, token };
}
