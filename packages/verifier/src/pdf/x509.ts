import { equal, fromBase64, hex, textOf, type Bytes } from '../bytes';
import { isRsaSha256 } from '../crypto';
import {
  contentOf,
  derOf,
  fieldsOf,
  isAlgorithm,
  isOid,
  must,
  OID,
  onlyIn,
  partsOf,
  TAG,
  unlessBroken,
  type Der,
} from './der';

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
export const certificateOf = (raw: Bytes): X509 | null => unlessBroken(() => read(raw));

const VERSION_3 = 'a003020102';

function read(raw: Bytes): X509 {
  const [body, algorithm, bits] = fieldsOf(derOf(raw), TAG.sequence, 3);
  const fields = fieldsOf(body, TAG.sequence, 7, 10);
  const [version, serial, inner, issuer, validity, subject, publicKey] = fields as [Der, Der, Der, Der, Der, Der, Der];
  const [from, until] = fieldsOf(validity, TAG.sequence, 2).map(timeOf);
  const signature = contentOf(bits, TAG.bitString);
  must(hex(version.raw) === VERSION_3 && signature[0] === 0);
  must(isAlgorithm(algorithm, OID.sha256WithRsa) && equal(algorithm!.raw, inner.raw));
  return {
    raw,
    body: body!.raw,
    serial: serial.raw,
    issuer: issuer.raw,
    subject: subject.raw,
    publicKey: publicKey.raw,
    signature: signature.slice(1),
    notBefore: from!,
    notAfter: until!,
    isAuthority: isAuthority(fields.slice(7)),
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

/** Whether basic constraints among the extensions say so. */
function isAuthority(rest: readonly Der[]): boolean {
  const wrapped = rest.find(({ tag }) => tag === TAG.tagged3);
  const extensions = wrapped === undefined ? [] : partsOf(onlyIn(wrapped, TAG.tagged3), TAG.sequence);
  const constraints = extensions
    .map((each) => fieldsOf(each, TAG.sequence, 2, 3))
    .find(([type]) => isOid(type, OID.basicConstraints));
  if (constraints === undefined) return false;
  const [authority] = partsOf(derOf(contentOf(constraints.at(-1), TAG.octets)), TAG.sequence);
  return authority?.tag === TAG.boolean && authority.content[0] === 0xff;
}

/** UTCTime or GeneralizedTime (RFC 5280, 4.1.2.5), in ms. */
function timeOf({ tag, content }: Der): number {
  const text = textOf(content) ?? '';
  const [, years, month, day, hour, minute, second] =
    /^(\d{2}|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text)?.map(Number) ?? [];
  must(years !== undefined);
  const year = tag === 0x17 ? years! + (years! >= 50 ? 1900 : 2000) : years!;
  return Date.UTC(year, month! - 1, day, hour, minute, second);
}
