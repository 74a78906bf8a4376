import { equal, hex, type Bytes } from '../bytes';
import { isRsaSha256, sha256 } from '../crypto';
import { derOf, isAlgorithm, isOid, OID, partsOf, TAG, type Der } from './der';
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
  const signer = signerIn(cms);
  if (signer === null) return 'broken';
  const { certificate, attributes, signature, others, unsigned } = signer;
  if (!attributesSay(attributes, contentHash, await sha256(certificate.raw))) return 'broken';
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

/** ContentInfo > SignedData with one SignerInfo; null when anything else stands there. */
function signerIn(cms: Bytes): SignerInfo | null {
  const [type, wrapped, ...more] = partsOf(derOf(cms), TAG.sequence) ?? [];
  const [data, ...moreData] = partsOf(wrapped, TAG.tagged0) ?? [];
  const [version, digests, content, certificates, signers, ...rest] = partsOf(data, TAG.sequence) ?? [];
  if (!isOid(type, OID.signedData) || more.length + moreData.length + rest.length > 0) return null;
  if (!isOne(version) || !isOnly(partsOf(digests, TAG.set), (each) => isAlgorithm(each, OID.sha256))) return null;
  if (!isOnly(partsOf(content, TAG.sequence), (each) => isOid(each, OID.data))) return null;
  const all = (partsOf(certificates, TAG.tagged0) ?? []).map(({ raw }) => certificateOf(raw));
  const [info, ...others] = partsOf(signers, TAG.set) ?? [];
  if (info === undefined || others.length > 0 || all.length === 0 || all.some((each) => each === null)) return null;
  return signerInfoOf(info, all as X509[]);
}

function signerInfoOf(info: Der, certificates: readonly X509[]): SignerInfo | null {
  const [version, who, digest, attributes, algorithm, signature, unsigned, ...more] = partsOf(info, TAG.sequence) ?? [];
  if (!isOne(version) || !isAlgorithm(digest, OID.sha256) || attributes?.tag !== TAG.tagged0) return null;
  if (!isAlgorithm(algorithm, OID.rsaEncryption, OID.sha256WithRsa) || signature?.tag !== TAG.octets) return null;
  if (more.length > 0 || (unsigned !== undefined && unsigned.tag !== TAG.tagged1)) return null;
  const [issuer, serial, ...rest] = partsOf(who, TAG.sequence) ?? [];
  const isSigner = (each: X509) => equal(each.issuer, issuer!.raw) && equal(each.serial, serial!.raw);
  const certificate = rest.length === 0 && issuer && serial ? certificates.find(isSigner) : undefined;
  if (certificate === undefined) return null;
  const others = certificates.filter((each) => each !== certificate);
  return { certificate, attributes, signature: signature.content, others, unsigned };
}

const isOne = (version: Der | undefined): boolean => version !== undefined && hex(version.raw) === '020101';

const isOnly = (parts: Der[] | null, is: (part: Der) => boolean): boolean => parts?.length === 1 && is(parts[0]!);

/** Content type, digest of the content and hash of the signing certificate (ESS, RFC 5035), each once. */
function attributesSay(attributes: Der, contentHash: Bytes, certificateHash: Bytes): boolean {
  const pairs = (partsOf(attributes) ?? []).map((attribute) => partsOf(attribute, TAG.sequence) ?? []);
  const only = (oid: string): Der | undefined => {
    const found = pairs.filter(([type]) => isOid(type, oid));
    const values = found.length === 1 ? partsOf(found[0]![1], TAG.set) : null;
    return values?.length === 1 ? values[0] : undefined;
  };
  const digest = only(OID.messageDigest);
  const certificates = partsOf(partsOf(only(OID.signingCertificateV2), TAG.sequence)?.[0], TAG.sequence);
  const hash = partsOf(certificates?.[0], TAG.sequence)?.find(({ tag }) => tag === TAG.octets);
  return (
    isOid(only(OID.contentType), OID.data) &&
    digest?.tag === TAG.octets &&
    equal(digest.content, contentHash) &&
    hash !== undefined &&
    equal(hash.content, certificateHash)
  );
}

/** Whether the only thing unsigned is a time-stamp (RFC 3161) of this signature. Whose it is, is not judged here. */
async function isStampOf(unsigned: Der, signature: Bytes): Promise<boolean> {
  const [attribute, ...more] = partsOf(unsigned) ?? [];
  const [type, values] = partsOf(attribute, TAG.sequence) ?? [];
  if (more.length > 0 || !isOid(type, OID.timeStampToken)) return false;
  const [token] = partsOf(values, TAG.set) ?? [];
  const [, wrapped] = partsOf(token, TAG.sequence) ?? [];
  const [, , content] = partsOf(partsOf(wrapped, TAG.tagged0)?.[0], TAG.sequence) ?? [];
  const [, held] = partsOf(content, TAG.sequence) ?? [];
  const info = partsOf(held, TAG.tagged0)?.[0];
  const [, , imprint] = info === undefined ? [] : (partsOf(derOf(info.content), TAG.sequence) ?? []);
  const [algorithm, hash] = partsOf(imprint, TAG.sequence) ?? [];
  return isAlgorithm(algorithm, OID.sha256) && hash !== undefined && equal(hash.content, await sha256(signature));
}
