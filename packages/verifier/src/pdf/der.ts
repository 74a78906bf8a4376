import { hex, type Bytes } from '../bytes';

/** A value in DER (X.690), strictly: shortest lengths, nothing left over. */
export interface Der {
  readonly tag: number;
  /** Tag, length and content. */
  readonly raw: Bytes;
  readonly content: Bytes;
}

/** The one value that the bytes are; null when they are not exactly one. */
export function derOf(bytes: Bytes): Der | null {
  const found = valueAt(bytes, 0);
  return found !== null && found.raw.length === bytes.length ? found : null;
}

/** The values inside of a constructed value; null when its content is not exactly a row of values. */
export function partsOf(value: Der | null | undefined, tag?: number): Der[] | null {
  if (!value || (tag !== undefined && value.tag !== tag)) return null;
  const parts: Der[] = [];
  for (let at = 0; at < value.content.length;) {
    const part = valueAt(value.content, at);
    if (part === null) return null;
    parts.push(part);
    at += part.raw.length;
  }
  return parts;
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

export const isOid = (value: Der | null | undefined, oid: string): boolean =>
  value?.tag === TAG.oid && hex(value.content) === oid;

/** An AlgorithmIdentifier of one of these algorithms, with no parameters or NULL. */
export function isAlgorithm(value: Der | null | undefined, ...oids: readonly string[]): boolean {
  const [oid, parameters, more] = partsOf(value, TAG.sequence) ?? [];
  if (more !== undefined || (parameters !== undefined && hex(parameters.raw) !== '0500')) return false;
  return oids.some((each) => isOid(oid, each));
}
