import { createHash } from 'node:crypto';
import forge from 'node-forge';

const { asn1 } = forge;
const { Class, Type } = asn1;
export type Asn1 = forge.asn1.Asn1;

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  timeStampInfo: '1.2.840.113549.1.9.16.1.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
} as const;

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** ASN.1 values in their one canonical form (X.690, DER). */
export const der = (value: Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'binary');
/** Throws on what is not one whole value. */
export const parsed = (bytes: Buffer): Asn1 => asn1.fromDer(bytes.toString('binary'));

export const sequence = (...parts: Asn1[]): Asn1 => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts);
/** The members of a set stand in the order of their bytes. */
export const set = (...parts: Asn1[]): Asn1 => asn1.create(Class.UNIVERSAL, Type.SET, true, sorted(parts));
export const tagged = (tag: number, parts: Asn1[]): Asn1 => asn1.create(Class.CONTEXT_SPECIFIC, tag, true, parts);
export const oid = (id: string): Asn1 => asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(id).getBytes());
export const octets = (bytes: Buffer): Asn1 =>
  asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes.toString('binary'));
export const integer = (value: number): Asn1 =>
  asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes());
/** A positive integer of so many bytes; the first stays below 0x80. */
export const bigInteger = (bytes: Buffer): Asn1 =>
  asn1.create(Class.UNIVERSAL, Type.INTEGER, false, bytes.toString('binary'));
export const boolean = (value: boolean): Asn1 =>
  asn1.create(Class.UNIVERSAL, Type.BOOLEAN, false, value ? '\xff' : '\x00');
export const algorithm = (id: string): Asn1 => sequence(oid(id), asn1.create(Class.UNIVERSAL, Type.NULL, false, ''));
export const attribute = (id: string, value: Asn1): Asn1 => sequence(oid(id), set(value));

export function sorted(parts: Asn1[]): Asn1[] {
  return [...parts].sort((a, b) => Buffer.compare(der(a), der(b)));
}

/** The parts of a constructed value; throws for a primitive one. */
export function partsOf(value: Asn1 | undefined): Asn1[] {
  if (value === undefined || !Array.isArray(value.value)) throw new Error('not the structure that was expected');
  return value.value;
}

/** The bytes of a primitive value; throws for a constructed one. */
export function bytesOf(value: Asn1 | undefined): Buffer {
  if (value === undefined || typeof value.value !== 'string') throw new Error('not the value that was expected');
  return Buffer.from(value.value, 'binary');
}

export function oidOf(value: Asn1 | undefined): string {
  return asn1.derToOid(forge.util.createBuffer(bytesOf(value).toString('binary')));
}
