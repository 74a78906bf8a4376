import { equal, fromBase64, hex, textOf, type Bytes } from '../bytes';
import { isRsaSha256 } from '../crypto';
import { derOf, isAlgorithm, isOid, OID, partsOf, TAG, type Der } from './der';

/** What is read of an X.509 certificate (RFC 5280). */
export interface X509 {
  readonly raw: Bytes;
  readonly body: Bytes;
  readonly serial: Bytes;
  readonly issuer: Bytes;
  readonly subject: Bytes;
  readonly publicKey: Bytes;
  readonly signature: Bytes;
  /** In ms. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly isAuthority: boolean;
}

/** Null when the bytes are no certificate of version 3 that is signed by RSA with SHA-256. */
export function certificateOf(raw: Bytes): X509 | null {
  const [body, algorithm, bits, more] = partsOf(derOf(raw), TAG.sequence) ?? [];
  const [version, serial, inner, issuer, validity, subject, publicKey, ...rest] = partsOf(body, TAG.sequence) ?? [];
  const [from, until] = (partsOf(validity, TAG.sequence) ?? []).map(timeOf);
  if (!body || !serial || !issuer || !subject || !publicKey || !from || !until || more !== undefined) return null;
  if (hex(version!.raw) !== 'a003020102' || bits?.tag !== TAG.bitString || bits.content[0] !== 0) return null;
  if (!isAlgorithm(algorithm, OID.sha256WithRsa) || !equal(algorithm!.raw, inner!.raw)) return null;
  return {
    raw,
    body: body.raw,
    serial: serial.raw,
    issuer: issuer.raw,
    subject: subject.raw,
    publicKey: publicKey.raw,
    signature: bits.content.slice(1),
    notBefore: from,
    notAfter: until,
    isAuthority: isAuthority(rest),
  };
}

/** Whether a certificate was signed by the key of another, which may sign certificates. */
export async function isIssuedBy(certificate: X509, authority: X509): Promise<boolean> {
  if (!authority.isAuthority || !equal(certificate.issuer, authority.subject)) return false;
  return isRsaSha256(authority.publicKey, certificate.body, certificate.signature);
}

/** The certificates, DER, in a text in PEM. */
export function certificatesOfPem(pem: string): Bytes[] {
  const blocks = pem.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g);
  return Array.from(blocks, ([, block]) => fromBase64(block!.replace(/\s/g, ''))).filter((bytes) => bytes !== null);
}

/** Basic constraints that say so, among the extensions. */
function isAuthority(rest: readonly Der[]): boolean {
  const extensions = partsOf(partsOf(rest.find(({ tag }) => tag === TAG.tagged3))?.[0], TAG.sequence) ?? [];
  return extensions.some((extension) => {
    const parts = partsOf(extension, TAG.sequence) ?? [];
    const value = parts.at(-1);
    if (!isOid(parts[0], OID.basicConstraints) || value?.tag !== TAG.octets) return false;
    const [authority] = partsOf(derOf(value.content), TAG.sequence) ?? [];
    return authority?.tag === TAG.boolean && authority.content[0] === 0xff;
  });
}

/** UTCTime or GeneralizedTime (RFC 5280, 4.1.2.5), in ms; 0 when it is neither. */
function timeOf({ tag, content }: Der): number {
  const text = textOf(content) ?? '';
  const [, years, month, day, hour, minute, second] =
    /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)?.map(Number) ?? [];
  if (years === undefined) return 0;
  const year = tag === 0x17 ? years + (years >= 50 ? 1900 : 2000) : years;
  return Date.UTC(year, month! - 1, day, hour, minute, second);
}
