import {
  algorithm,
  attribute,
  der,
  integer,
  octets,
  oid,
  OID,
  parsed,
  partsOf,
  sequence,
  set,
  sha256,
  sorted,
  tagged,
  type Asn1,
} from './der';

/** What signs PDFs: a key that lies elsewhere, its certificates, and the time-stamps of its signatures. */
export interface PdfSeal {
  /** The X.509 certificate of the key, DER, and those up to the root. */
  readonly certificate: Buffer;
  readonly chain: readonly Buffer[];
  /** RSA with SHA-256 by PKCS #1 v1.5: equal bytes give equal signatures. */
  sign(bytes: Buffer): Promise<Uint8Array>;
  /** The token (RFC 3161) that stamps a signature, always the same for the same one; null when there is no time-stamping authority. */
  stamp(signature: Buffer): Promise<Buffer | null>;
}

/**
 * A detached CMS signature (RFC 5652) with the signed attributes of CAdES and PAdES baseline B-B (ETSI EN 319 122-1 and 319 142-1):
 * content type, message digest, and the signing certificate (ESS, RFC 5035), which keeps another certificate from being put in its
 * place. With a time-stamp over the signature it is B-T. Equal content gives equal bytes.
 */
export async function detachedCms(content: Buffer, seal: PdfSeal): Promise<Buffer> {
  const { certificate, chain } = seal;
  const own = parsed(certificate);
  const attributes = signedAttributes(sha256(content), sha256(certificate));
  const signature = Buffer.from(await seal.sign(der(set(...attributes))));
  const token = await seal.stamp(signature);
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(own),
    algorithm(OID.sha256),
    tagged(0, attributes),
    algorithm(OID.rsaEncryption),
    octets(signature),
    ...(token === null ? [] : [tagged(1, [attribute(OID.timeStampToken, parsed(token))])]),
  );
  const signedData = sequence(
    integer(1),
    set(algorithm(OID.sha256)),
    sequence(oid(OID.data)),
    tagged(0, sorted([own, ...chain.map(parsed)])),
    set(signerInfo),
  );
  return der(sequence(oid(OID.signedData), tagged(0, [signedData])));
}

function signedAttributes(contentHash: Buffer, certificateHash: Buffer): Asn1[] {
  const signingCertificate = sequence(sequence(sequence(octets(certificateHash))));
  return sorted([
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(contentHash)),
    attribute(OID.signingCertificateV2, signingCertificate),
  ]);
}

/** Issuer and serial number as they stand in the certificate: fields 3 and 1 of its body, after the version. */
function issuerAndSerial(certificate: Asn1): Asn1 {
  const [body] = partsOf(certificate);
  const [, serial, , issuer] = partsOf(body);
  return sequence(issuer!, serial!);
}
