import { canonicalJson, type CertificateNumber } from '@hz/kernel';
import { isProvenIndependently } from '@hz/verification';
import {
  credentialSchema,
  unsignedCredentialSchema,
  type Credential,
  type UnsignedCredential,
} from '@hz/verification/contract';
import { CredentialRefused } from '../contract';

/** The recorded bytes as a credential; throws CredentialRefused when they are not exactly one that the schema knows. */
export function linted(number: CertificateNumber, unsignedBytes: string): UnsignedCredential {
  const parsed = unsignedCredentialSchema.safeParse(JSON.parse(unsignedBytes));
  if (!parsed.success)
    throw new CredentialRefused({ number, step: 'lint', path: parsed.error.issues[0]!.path.join('.') });
  if (canonicalJson(parsed.data) !== unsignedBytes) throw new CredentialRefused({ number, step: 'lint', path: '' });
  return parsed.data;
}

/**
 * The last look before release: what was signed is, byte for byte, what was recorded, and its proof holds by other code than that which
 * made it. Throws CredentialRefused.
 */
export async function fitForRelease(
  certificate: { readonly number: CertificateNumber; readonly unsignedBytes: string },
  signed: object,
  publicKey: string,
): Promise<Credential> {
  const { number, unsignedBytes } = certificate;
  const parsed = credentialSchema.safeParse(signed);
  if (!parsed.success) throw new CredentialRefused({ number, step: 'shape' });
  const credential = parsed.data;
  const { proof, ...payload } = credential;
  if (canonicalJson(payload) !== unsignedBytes) throw new CredentialRefused({ number, step: 'compare' });
  if (!proof.verificationMethod.endsWith(`#${publicKey}`)) throw new CredentialRefused({ number, step: 'key' });
  if (!(await isProvenIndependently(credential, publicKey))) throw new CredentialRefused({ number, step: 'verify' });
  return credential;
}
