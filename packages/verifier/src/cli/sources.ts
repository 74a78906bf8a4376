import { readFileSync } from 'node:fs';
import { isObject } from '../shape';
import { trustOf, TrustUnreadable, type Trust, type TrustedIssuer } from '../trust';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 4 * 1_024 * 1_024;

/** A file cannot be read, or an address does not answer; the message says which. */
export class CannotRead extends Error {}

export function fileBytes(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new CannotRead(`${path}: ${(error as NodeJS.ErrnoException).code}`);
  }
}

export const fileText = (path: string): string => Buffer.from(fileBytes(path)).toString('utf8');

/** Reads a trust file. Throws CannotRead, TrustUnreadable. */
export async function readTrust(path: string): Promise<{ file: Record<string, unknown>; trust: Trust }> {
  let file: unknown;
  try {
    file = JSON.parse(fileText(path));
  } catch (error) {
    throw error instanceof CannotRead ? error : new TrustUnreadable('not JSON');
  }
  return { file: file as Record<string, unknown>, trust: await trustOf(file) };
}

/** What an address answers, without following it elsewhere. Throws CannotRead. */
export async function fetched(url: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (!answer.ok || bytes.length > MAX_BYTES) throw new Error(`HTTP ${answer.status}, ${bytes.length} bytes`);
    return bytes;
  } catch (error) {
    throw new CannotRead(`${url}: ${(error as Error).message}`);
  }
}

export const fetchedText = async (url: string): Promise<string> => Buffer.from(await fetched(url)).toString('utf8');

/** Whether an address is one of a trusted issuer's: nothing else is ever asked. */
export function isOfIssuer(url: string, issuers: readonly TrustedIssuer[]): boolean {
  return issuers.some(
    (issuer) => url.startsWith(`${issuer.url}/`) && new URL(url).origin === new URL(issuer.url).origin,
  );
}

/**
 * The trust with the keys that its issuers name today, where they answer: a key that was lost since then must not count. An issuer
 * cannot become another by that.
 */
export async function renewed(file: Record<string, unknown>, now: number): Promise<Trust> {
  const issuers: unknown[] = Array.isArray(file.issuers) ? file.issuers : [];
  const fresh = await Promise.all(issuers.map(renewedIssuer));
  return trustOf({ ...file, issuers: fresh, retrievedAt: new Date(now).toISOString() });
}

async function renewedIssuer(entry: unknown): Promise<object> {
  if (!isObject(entry) || typeof entry.url !== 'string' || !isObject(entry.didDocument))
    throw new TrustUnreadable('issuers: url and didDocument');
  const didDocument: unknown = JSON.parse(await fetchedText(`${entry.url.replace(/\/$/, '')}/.well-known/did.json`));
  if (!isObject(didDocument) || didDocument.id !== entry.didDocument.id)
    throw new CannotRead(`${entry.url}: names another issuer than the trust file`);
  return { ...entry, didDocument };
}
