import { keyOfMultikey } from './base58';
import type { Bytes } from './bytes';
import { certificatesOfPem } from './pdf/x509';
import { isObject } from './shape';
import { logKeyOf, type LogKey } from './signed-note';

/** What the caller relies on, read. How it is written down: `docs/verification.md`. */
export interface Trust {
  readonly issuers: readonly TrustedIssuer[];
  readonly logKeys: readonly LogKey[];
  readonly witnessKeys: readonly LogKey[];
  /** X.509 certificates, DER, of those who may vouch for the keys of PDF signatures. */
  readonly pdfRoots: readonly Bytes[];
  /** When all this was seen to be so, in ms; null when that is not known. */
  readonly asOf: number | null;
}

export interface TrustedIssuer {
  readonly did: string;
  /** The public address, without a slash at the end. */
  readonly url: string;
  readonly keys: readonly TrustedKey[];
}

export interface TrustedKey {
  readonly id: string;
  readonly publicKey: Bytes;
  /** From when on nothing that it signs is the issuer's, in ms. */
  readonly revokedAt: number | null;
}

/** The trust cannot be used; the message says why. */
export class TrustUnreadable extends Error {}

/** Reads a trust file. Throws TrustUnreadable. */
export async function trustOf(file: unknown): Promise<Trust> {
  if (!isObject(file)) throw new TrustUnreadable('not an object');
  const { issuers, logKeys = [], witnessKeys = [], pdfRoots = [], retrievedAt } = file;
  if (!Array.isArray(issuers) || issuers.length === 0) throw new TrustUnreadable('issuers: none');
  const asOf = retrievedAt === undefined ? null : Date.parse(String(retrievedAt));
  if (Number.isNaN(asOf)) throw new TrustUnreadable('retrievedAt: no time');
  return {
    issuers: issuers.map(issuerOf),
    logKeys: await Promise.all(words(logKeys, 'logKeys').map(readLogKey)),
    witnessKeys: await Promise.all(words(witnessKeys, 'witnessKeys').map(readLogKey)),
    pdfRoots: words(pdfRoots, 'pdfRoots').flatMap(readRoots),
    asOf,
  };
}

function issuerOf(entry: unknown): TrustedIssuer {
  if (!isObject(entry) || typeof entry.url !== 'string' || !isObject(entry.didDocument))
    throw new TrustUnreadable('issuers: url and didDocument');
  const { id, verificationMethod, assertionMethod } = entry.didDocument;
  if (typeof id !== 'string' || !Array.isArray(verificationMethod) || !Array.isArray(assertionMethod))
    throw new TrustUnreadable('issuers: not a DID document');
  const methods: unknown[] = verificationMethod;
  return {
    did: id,
    url: entry.url.replace(/\/$/, ''),
    keys: methods.flatMap((method) => keyOf(method, id, assertionMethod)),
  };
}

/** A key that signs for the issuer, or did so until it was revoked. */
function keyOf(method: unknown, did: string, assertion: readonly unknown[]): TrustedKey[] {
  if (!isObject(method)) return [];
  const { id, type, controller, publicKeyMultibase, revoked } = method;
  if (typeof id !== 'string' || type !== 'Multikey' || typeof publicKeyMultibase !== 'string') return [];
  const publicKey = keyOfMultikey(publicKeyMultibase);
  const revokedAt = typeof revoked === 'string' ? Date.parse(revoked) : null;
  if (publicKey === null || controller !== did || !id.startsWith(`${did}#`) || Number.isNaN(revokedAt)) return [];
  return revokedAt !== null || assertion.includes(id) ? [{ id, publicKey, revokedAt }] : [];
}

function words(value: unknown, name: string): string[] {
  if (!Array.isArray(value) || !value.every((each) => typeof each === 'string'))
    throw new TrustUnreadable(`${name}: not texts`);
  return value;
}

async function readLogKey(word: string): Promise<LogKey> {
  const key = await logKeyOf(word);
  if (key === null) throw new TrustUnreadable(`not a verifier key: ${word.slice(0, 100)}`);
  return key;
}

function readRoots(pem: string): Bytes[] {
  const certificates = certificatesOfPem(pem);
  if (certificates.length === 0) throw new TrustUnreadable('pdfRoots: not a certificate in PEM');
  return certificates;
}
