import { createHash, sign, type KeyObject } from 'node:crypto';
import forge from 'node-forge';

const { asn1 } = forge;
const { Class, Type } = asn1;

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
} as const;

export interface CmsKey {
  readonly privateKey: KeyObject;
  /** The X.509 certificate of the key, DER. */
  readonly certificate: Buffer;
}

/**
 * A detached CMS signature (RFC 5652) with the signed attributes of CAdES and PAdES baseline B-B (ETSI EN 319 122-1 and 319 142-1):
 * content type, message digest, and the signing certificate (ESS, RFC 5035), which keeps another certificate from being put in its
 * place. RSA with SHA-256 by PKCS #1 v1.5: equal content gives equal bytes.
 */
export function detachedCms(content: Buffer, { privateKey, certificate }: CmsKey): Buffer {
  const parsed = asn1.fromDer(certificate.toString('binary'));
  const attributes = signedAttributes(sha256(content), sha256(certificate));
  const signature = sign('sha256', der(asn1.create(Class.UNIVERSAL, Type.SET, true, attributes)), privateKey);
  const signerInfo = sequence(
    integer(1),
    issuerAndSerial(parsed),
    algorithm(OID.sha256),
    tagged(0, attributes),
    algorithm(OID.rsaEncryption),
    octets(signature),
  );
  const signedData = sequence(
    integer(1),
    set(algorithm(OID.sha256)),
    sequence(oid(OID.data)),
    tagged(0, [parsed]),
    set(signerInfo),
  );
  return der(sequence(oid(OID.signedData), tagged(0, [signedData])));
}

/** In the order that DER wants of a set: by their bytes. */
function signedAttributes(contentHash: Buffer, certificateHash: Buffer): forge.asn1.Asn1[] {
  const signingCertificate = sequence(sequence(sequence(octets(certificateHash))));
  return [
    attribute(OID.contentType, oid(OID.data)),
    attribute(OID.messageDigest, octets(contentHash)),
    attribute(OID.signingCertificateV2, signingCertificate),
  ].sort((a, b) => Buffer.compare(der(a), der(b)));
}

/** Issuer and serial number as they stand in the certificate: fields 3 and 1 of its body, after the version. */
function issuerAndSerial(certificate: forge.asn1.Asn1): forge.asn1.Asn1 {
  const [body] = certificate.value as forge.asn1.Asn1[];
  const [, serial, , issuer] = body!.value as forge.asn1.Asn1[];
  return sequence(issuer!, serial!);
}

const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();
const der = (value: forge.asn1.Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'binary');
const sequence = (...parts: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
const set = (...parts: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SET, true, parts);
const tagged = (tag: number, parts: forge.asn1.Asn1[]) => asn1.create(Class.CONTEXT_SPECIFIC, tag, true, parts);
const oid = (id: string) => asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(id).getBytes());
const octets = (bytes: Buffer) => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes.toString('binary'));
const integer = (value: number) =>
  asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());
const algorithm = (id: string) => sequence(oid(id), asn1.create(Class.UNIVERSAL, Type.NULL, false, ''));
const attribute = (id: string, value: forge.asn1.Asn1) => sequence(oid(id), set(value));
