import { fromBase64Url, textOf, utf8, type Bytes } from './bytes';
import { isEd25519, sha256Hex } from './crypto';
import { isCanonical, jsonOf } from './json';
import type { Facts } from './report';
import { text, tuple } from './shape';
import type { Trust, TrustedIssuer, TrustedKey } from './trust';

const DOMAIN = 'hz-qr-v1';
const word = text(/^[\s\S]{1,200}$/);
const day = text(/^\d{4}-\d\d-\d\d$/);
const count = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isBody = tuple(
  text(/^HZ-\d{4}-\d{1,4}-\d{1,9}-[0-9A-Z]$/),
  ...[word, word, word, text(/^[A-Z]\d$/), day, day, count, count],
  text(/^[0-9a-f]{8}$/),
);
type Body = readonly [string, string, string, string, string, string, string, number, number, string];

/** A QR code that was read: `<public URL>/verify/<number>?code=<code>#<payload>`, or the payload alone. */
export interface QrCode {
  /** Where it leads; null when only the payload is there. */
  readonly url: string | null;
  readonly numberInUrl: string | null;
  readonly payload: string;
}

export interface QrContent {
  readonly facts: Omit<Facts, 'issuer'>;
  readonly statusList: number;
  readonly statusIndex: number;
  readonly keyId: string;
  readonly body: string;
  readonly signature: Bytes;
}

/** Reads what a QR code of a certificate holds; null when it is none. */
export function qrCodeOf(scanned: string): QrCode | null {
  const [, url, number, payload] =
    /^(?:(https?:\/\/[^\s?#]{1,300})\/verify\/([\w-]{1,60})(?:\?[^\s#]{0,300})?#)?(1\.[\w-]+\.[\w-]+)$/.exec(scanned) ??
    [];
  return payload === undefined ? null : { url: url ?? null, numberInUrl: number ?? null, payload };
}

/** What the payload says; null when it is not in the form that the issuer signs. */
export function qrContentOf({ payload, numberInUrl }: QrCode): QrContent | null {
  const [, body, signature64] = payload.split('.');
  const [bytes, signature] = [fromBase64Url(body ?? ''), fromBase64Url(signature64 ?? '')];
  const written = bytes && textOf(bytes);
  const said = jsonOf(written ?? '');
  if (signature?.length !== 64 || said === undefined || !isBody(said) || !isCanonical(written!, said)) return null;
  const [number, holderName, zh, en, level, issuedAt, expiresAt, statusList, statusIndex, keyId] =
    said as unknown as Body;
  if (numberInUrl !== null && numberInUrl !== number) return null;
  const shown = { number, holderName, latinName: null, masked: false, title: { zh, en }, level, issuedAt, expiresAt };
  return { facts: { ...shown, results: [] }, statusList, statusIndex, keyId, body: body!, signature };
}

/** The key of the trusted issuers that the payload names by the beginning of its hash, with whose it is. */
export async function qrKeyFor(
  { keyId }: QrContent,
  { url }: QrCode,
  trust: Trust,
): Promise<{ issuer: TrustedIssuer; key: TrustedKey }[]> {
  const issuers = trust.issuers.filter((issuer) => url === null || issuer.url === url);
  const all = issuers.flatMap((issuer) => issuer.keys.map((key) => ({ issuer, key })));
  const ids = await Promise.all(all.map(({ key }) => sha256Hex(key.publicKey)));
  return all.filter((_, at) => ids[at]!.startsWith(keyId));
}

/** The address stands in what is signed, so that a copy on the code of another site does not hold there. */
export function isQrSignedBy(
  { body, signature }: QrContent,
  { url }: TrustedIssuer,
  key: TrustedKey,
): Promise<boolean> {
  return isEd25519(key.publicKey, utf8(`${DOMAIN}\n${url}\n${body}`), signature);
}
