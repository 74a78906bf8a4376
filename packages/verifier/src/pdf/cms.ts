import { equal, hex, type Bytes } from '../bytes';
import { isRsaSha256, sha256 } from '../crypto';
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
import { certificateOf, isIssuedBy, type X509 } from './x509';

/** `unpinned`: no authority is pinned, so nothing is known of who signed. */
export type Signed = 'held' | 'unpinned' | 'broken';

interface SignerInfo {
  readonly certificate: X509;
  readonly attributes: Der;
  readonly signature: Bytes;
  readonly others: readonly X509[];
  readonly unsigned: Der | undefined;
}

/**
 * Whether a detached CMS signature (RFC 5652; CAdES as PAdES baseline wants it) is over content of this SHA-256, by a key whose
 * certificate one of the roots signed (or is), within its time at `signedAt` (ms). All of it must be of the one form that is known: what
 * the signature does not cover could say anything.
 */
export async function isSignedCms(
  cms: Bytes,
  contentHash: Bytes,
  roots: readonly Bytes[],
  signedAt: number,
): Promise<Signed> {
  const signer = unlessBroken(() => signerIn(cms));
  if (signer === null) return 'broken';
  const { certificate, attributes, signature, others, unsigned } = signer;
  const certificateHash = await sha256(certificate.raw);
  if (unlessBroken(() => attributesSay(attributes, contentHash, certificateHash)) !== true) return 'broken';
  // Signed as a SET, although it stands there under a tag of its own (RFC 5652, 5.4).
  const signed = attributes.raw.slice();
  signed[0] = TAG.set;
  if (!(await isRsaSha256(certificate.publicKey, signed, signature))) return 'broken';
  if (unsigned !== undefined && !(await isStampOf(unsigned, signature))) return 'broken';
  if (roots.length === 0) return 'unpinned';
  const within = certificate.notBefore <= signedAt && signedAt <= certificate.notAfter;
  const pinned = (each: X509) => roots.some((root) => equal(root, each.raw));
  return within && others.every(pinned) && (await isVouchedFor(certificate, roots)) ? 'held' : 'broken';
}

async function isVouchedFor(certificate: X509, roots: readonly Bytes[]): Promise<boolean> {
  for (const raw of roots) {
    if (equal(raw, certificate.raw)) return true;
    const root = certificateOf(raw);
    if (root !== null && (await isIssuedBy(certificate, root))) return true;
  }
  return false;
}

/** ContentInfo > SignedData with one SignerInfo. Throws NotDer when anything else stands there. */
function signerIn(cms: Bytes): SignerInfo {
  const [type, wrapped] = fieldsOf(derOf(cms), TAG.sequence, 2);
  const data = onlyIn(wrapped, TAG.tagged0);
  const [version, digests, content, certificates, signers] = fieldsOf(data, TAG.sequence, 5);
  must(isOid(type, OID.signedData) && isOne(version));
  must(isAlgorithm(onlyIn(digests, TAG.set), OID.sha256) && isOid(onlyIn(content, TAG.sequence), OID.data));
  const all = partsOf(certificates, TAG.tagged0).map(({ raw }) => certificateOf(raw));
  must(all.every((each) => each !== null));
  return signerInfoOf(onlyIn(signers, TAG.set), all as X509[]);
}

function signerInfoOf(info: Der, certificates: readonly X509[]): SignerInfo {
  const fields = fieldsOf(info, TAG.sequence, 6, 7);
  const [version, who, digest, attributes, algorithm, signature, unsigned] = fields;
  must(isOne(version) && isAlgorithm(digest, OID.sha256) && attributes?.tag === TAG.tagged0);
  must(isAlgorithm(algorithm, OID.rsaEncryption, OID.sha256WithRsa));
  const [issuer, serial] = fieldsOf(who, TAG.sequence, 2) as [Der, Der];
  const isSigner = (each: X509) => equal(each.issuer, issuer.raw) && equal(each.serial, serial.raw);
  const certificate = certificates.find(isSigner);
  must(certificate !== undefined);
  const others = certificates.filter((each) => each !== certificate);
  const content = contentOf(signature, TAG.octets);
  return { certificate: certificate!, attributes: attributes!, signature: content, others, unsigned };
}

const isOne = (version: Der | undefined): boolean => version !== undefined && hex(version.raw) === '020101';

/** Content type, digest of the content and hash of the signing certificate (ESS, RFC 5035), each once. */
function attributesSay(attributes: Der, contentHash: Bytes, certificateHash: Bytes): boolean {
  const pairs = partsOf(attributes, TAG.tagged0).map((attribute) => fieldsOf(attribute, TAG.sequence, 2));
  const only = (oid: string): Der => {
    const found = pairs.filter(([type]) => isOid(type, oid));
    must(found.length === 1);
    return onlyIn(found[0]![1], TAG.set);
  };
  const signing = partsOf(onlyIn(only(OID.signingCertificateV2), TAG.sequence), TAG.sequence)[0];
  const hash = partsOf(signing, TAG.sequence).find(({ tag }) => tag === TAG.octets);
  return (
    isOid(only(OID.contentType), OID.data) &&
    equal(contentOf(only(OID.messageDigest), TAG.octets), contentHash) &&
    equal(contentOf(hash, TAG.octets), certificateHash)
  );
}

async function isStampOf(unsigned: Der, signature: Bytes): Promise<boolean> {
  const imprint = unlessBroken(() => imprintIn(unsigned));
  return imprint !== null && equal(imprint, await sha256(signature));
}

/** The imprint of the time-stamp (RFC 3161) that is the only thing unsigned. Whose it is, is not judged here. Throws NotDer. */
function imprintIn(unsigned: Der): Bytes {
  const [type, values] = fieldsOf(onlyIn(unsigned, TAG.tagged1), TAG.sequence, 2);
  must(isOid(type, OID.timeStampToken));
  const [, wrapped] = fieldsOf(onlyIn(values, TAG.set), TAG.sequence, 2);
  const [, , content] = fieldsOf(onlyIn(wrapped, TAG.tagged0), TAG.sequence, 4, 6);
  const [, held] = fieldsOf(content, TAG.sequence, 2);
  const info = derOf(contentOf(onlyIn(held, TAG.tagged0), TAG.octets));
  const [algorithm, hash] = fieldsOf(partsOf(info, TAG.sequence)[2], TAG.sequence, 2);
  must(isAlgorithm(algorithm, OID.sha256));
  return contentOf(hash, TAG.octets);
}
