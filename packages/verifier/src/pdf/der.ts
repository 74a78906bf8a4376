import { hex, type Bytes } from '../bytes';

/** A value in DER (X.690), strictly: shortest lengths, nothing left over. */
export interface Der {
  readonly tag: number;
  /** Tag, length and content. */
  readonly raw: Bytes;
  readonly content: Bytes;
}

/** The bytes are not what was expected of them. */
export class NotDer extends Error {}

/** Goes on only where something is so. Throws NotDer. */
export function must(isSo: boolean | undefined): asserts isSo {
  if (isSo !== true) throw new NotDer('not the structure that was expected');
}

/** What a reading function gives, or null where it throws NotDer. */
export function unlessBroken<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof NotDer) return null;
    throw error;
  }
}

/** The one value that the bytes are. Throws NotDer. */
export function derOf(bytes: Bytes): Der {
  const found = valueAt(bytes, 0);
  must(found !== null && found.raw.length === bytes.length);
  return found!;
}

/** The values inside of a constructed value of this tag. Throws NotDer where its content is not exactly a row of values. */
export function partsOf(value: Der | undefined, tag: number): Der[] {
  must(value?.tag === tag);
  const { content } = value!;
  const parts: Der[] = [];
  for (let at = 0; at < content.length;) {
    const part = valueAt(content, at);
    must(part !== null);
    parts.push(part!);
    at += part!.raw.length;
  }
  return parts;
}

/** As `partsOf`, where there are so many of them. */
export function fieldsOf(value: Der | undefined, tag: number, min: number, max = min): Der[] {
  const parts = partsOf(value, tag);
  must(parts.length >= min && parts.length <= max);
  return parts;
}

export const onlyIn = (value: Der | undefined, tag: number): Der => fieldsOf(value, tag, 1)[0]!;

/** The content of a primitive value of this tag. */
export function contentOf(value: Der | undefined, tag: number): Bytes {
  must(value?.tag === tag);
  return value!.content;
}

/** The value that begins at a place, whatever follows it. */
export function valueAt(bytes: Bytes, at: number): Der | null {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return null;
  let [length, start] = [first, at + 2];
  if (first >= 0x80) {
    const count = first - 0x80;
    if (count < 1 || count > 4 || start + count > bytes.length) return null;
    length = bytes.subarray(start, start + count).reduce((sum, byte) => sum * 256 + byte, 0);
    start += count;
    if (length < 0x80 || length < 256 ** (count - 1)) return null;
  }
  if (start + length > bytes.length) return null;
  return { tag, raw: bytes.slice(at, start + length), content: bytes.slice(start, start + length) };
}

/** Tags that occur here. */
export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octets: 0x04,
  oid: 0x06,
  sequence: 0x30,
  set: 0x31,
  tagged0: 0xa0,
  tagged1: 0xa1,
  tagged3: 0xa3,
} as const;

/** Object identifiers as the bytes of their content, in hexadecimal. */
export const OID = {
  signedData: '2a864886f70d010702',
  data: '2a864886f70d010701',
  contentType: '2a864886f70d010903',
  messageDigest: '2a864886f70d010904',
  signingTime: '2a864886f70d010905',
  signingCertificateV2: '2a864886f70d010910022f',
  timeStampToken: '2a864886f70d010910020e',
  sha256: '608648016503040201',
  rsaEncryption: '2a864886f70d010101',
  sha256WithRsa: '2a864886f70d01010b',
  basicConstraints: '551d13',
  keyUsage: '551d0f',
} as const;

export const isOid = (value: Der | undefined, oid: string): boolean =>
  value?.tag === TAG.oid && hex(value.content) === oid;

const NULL = '0500';

/** Whether it is the AlgorithmIdentifier of one of these algorithms, with no parameters or NULL. */
export function isAlgorithm(value: Der | undefined, ...oids: readonly string[]): boolean {
  const [oid, parameters] = fieldsOf(value, TAG.sequence, 1, 2);
  return (parameters === undefined || hex(parameters.raw) === NULL) && oids.some((each) => isOid(oid, each));
}
