import { createHash, verify, X509Certificate } from 'node:crypto';
import {
  algorithm,
  bigInteger,
  boolean,
  bytesOf,
  der,
  integer,
  octets,
  OID,
  oidOf,
  parsed,
  partsOf,
  sequence,
  set,
  sha256,
  type Asn1,
} from './der';

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const HASH_BY_OID: Readonly<Record<string, string>> = {
  [OID.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

/** A request for a time-stamp (RFC 3161, 2.4.1) over a SHA-256; asks for the authority's certificate too. `nonce`: 8 bytes, the first below 0x80 and not 0. */
export function timeStampRequest(imprint: Buffer, nonce: Buffer): Buffer {
  return der(sequence(integer(1), sequence(algorithm(OID.sha256), octets(imprint)), bigInteger(nonce), boolean(true)));
}

/**
 * The token in an authority's response, if it stamps `imprint`, answers the request with `nonce`, and its signature holds under the
 * certificate in it, which must be one for time-stamps. Throws with the reason otherwise.
 */
export function grantedToken(response: Buffer, imprint: Buffer, nonce: Buffer): Buffer {
  const [status, token] = partsOf(parsed(response));
  const code = bytesOf(partsOf(status)[0]).at(-1);
  if ((code !== 0 && code !== 1) || token === undefined) throw new Error(`the authority refuses (status ${code})`);
  const [kind, content] = partsOf(token);
  if (oidOf(kind) !== OID.signedData) throw new Error('not a signed token');
  const signedData = partsOf(partsOf(content)[0]);
  const [, , encapsulated] = signedData;
  const [innerKind, inner] = partsOf(encapsulated);
  if (oidOf(innerKind) !== OID.timeStampInfo) throw new Error('not a time-stamp');
  const info = bytesOf(partsOf(inner)[0]);
  mustAnswer(partsOf(parsed(info)), imprint, nonce);
  mustBeSigned(signedData, info);
  return der(token);
}

/** TSTInfo (RFC 3161, 2.4.2): version, policy, imprint, serial number, moment, then optional fields, among them the nonce. */
function mustAnswer(info: Asn1[], imprint: Buffer, nonce: Buffer): void {
  const [hash, digest] = partsOf(info[2]);
  if (oidOf(partsOf(hash)[0]) !== OID.sha256 || !bytesOf(digest).equals(imprint)) {
    throw new Error('a time-stamp of something else');
  }
  const INTEGER = 2;
  const integers = info.slice(5).filter(({ tagClass, type }) => tagClass === 0 && (type as number) === INTEGER);
  if (!integers.some((value) => bytesOf(value).equals(nonce))) throw new Error('an answer to another request');
}

function mustBeSigned(signedData: Asn1[], info: Buffer): void {
  const certificates = signedData.find(({ tagClass, type }) => tagClass === 0x80 && (type as number) === 0);
  const signerInfo = partsOf(partsOf(signedData.at(-1))[0]);
  const [, signer, digestAlgorithm, attributes, , signature] = signerInfo;
  const hash = HASH_BY_OID[oidOf(partsOf(digestAlgorithm)[0])];
  if (hash === undefined) throw new Error('a digest that is not known');
  const serial = bytesOf(partsOf(signer)[1]).toString('hex');
  const certificate = partsOf(certificates).find((one) => serialOf(one) === serial);
  if (certificate === undefined) throw new Error('the certificate of the authority is missing');
  const digest = partsOf(attributes).find((one) => oidOf(partsOf(one)[0]) === OID.messageDigest);
  const stated = bytesOf(partsOf(partsOf(digest)[1])[0]);
  if (!createHash(hash).update(info).digest().equals(stated)) throw new Error('altered');
  const x509 = new X509Certificate(der(certificate));
  if (!x509.keyUsage?.includes(TIME_STAMPING)) throw new Error('a certificate that is not for time-stamps');
  // What is signed is the set itself, not the tagged field that holds it.
  const signedBytes = der(set(...partsOf(attributes)));
  if (!verify(hash, signedBytes, x509.publicKey, bytesOf(signature))) throw new Error('not signed by the authority');
}

function serialOf(certificate: Asn1): string {
  return bytesOf(partsOf(partsOf(certificate)[0])[1]).toString('hex');
}

/** What a time-stamp of a signature stamps. */
export const imprintOf = (signature: Buffer): Buffer => sha256(signature);
