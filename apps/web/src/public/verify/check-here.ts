import { knownTrust, type KnownTrust } from './trust';
import { verify, type Report } from './verifier';

/** What a device found by itself. */
export type CheckedHere = OwnReport | { readonly verdict: 'never-reached' };
/** `offline`: the site did not answer, so keys and lists are those of an earlier time. */
export type OwnReport = Report & { readonly offline: boolean };

/**
 * Checks a file or the text of a QR code on this device. Only the keys and the status list are asked of this site, and neither tells it
 * which certificate is looked at.
 */
export async function checkHere(input: Uint8Array<ArrayBuffer> | string): Promise<CheckedHere> {
  const known = await knownTrust();
  if (known === null) return { verdict: 'never-reached' };
  const report = await verify(input, known.trust, { now: Date.now(), fetchList: (url) => listOf(url, known) });
  return { ...report, offline: !known.reached };
}

/** Reads ahead what a check without network will need. */
export const readAhead = async (): Promise<void> => void (await knownTrust());

/** A list of this issuer; from the service worker's store where the network is not there. */
async function listOf(url: string, known: KnownTrust): Promise<string | null> {
  if (!url.startsWith(`${known.url}/status-lists/`)) return null;
  // What a cache still holds could be from before a revocation; the site is asked whether it has changed.
  const reply = await fetch(url.slice(known.url.length), { cache: 'no-cache' });
  return reply.ok ? reply.text() : null;
}
