import { canonicalJson, type CertificateNumber, type Level, type LocalizedText } from '@hz/kernel';

/** What the QR code of a printed certificate says by itself, so that paper can be compared with it without asking anybody. */
export interface QrFacts {
  readonly number: CertificateNumber;
  readonly holderName: string;
  readonly title: LocalizedText;
  readonly level: Level;
  /** Days in China, as `2026-11-25`. */
  readonly issuedDay: string;
  readonly expiresDay: string;
  readonly statusList: number;
  readonly statusIndex: number;
  /** The first eight hexadecimal digits of SHA-256 of the raw public key. */
  readonly keyId: string;
}

const VERSION = '1';
const DOMAIN = 'hz-qr-v1';

/** The first part of the payload: an array, because each character costs room in the code. */
export function qrBody(facts: QrFacts): string {
  const { number, holderName, title, level, issuedDay, expiresDay, statusList, statusIndex, keyId } = facts;
  const english = title.en ?? title.zh;
  const fields = [number, holderName, title.zh, english, level, issuedDay, expiresDay, statusList, statusIndex, keyId];
  return toBase64Url(new TextEncoder().encode(canonicalJson(fields)));
}

/** What is signed. The origin stands in it, so that a copy on another site's code does not hold there. */
export function qrSignedBytes(publicUrl: string, body: string): Uint8Array {
  return new TextEncoder().encode(`${DOMAIN}\n${publicUrl}\n${body}`);
}

/** The payload as it follows the `#` of the address in the code; it reaches no server. */
export function qrPayload(body: string, signature: Uint8Array): string {
  return `${VERSION}.${body}.${toBase64Url(signature)}`;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}
