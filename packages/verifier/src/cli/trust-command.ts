import { createHash } from 'node:crypto';
import { trustOf } from '../trust';
import { fetched, fetchedText } from './sources';

/**
 * A trust file from what an issuer serves today, and beside it the fingerprints that should be compared with what was learnt elsewhere:
 * whoever stands between can give other keys. Throws CannotRead.
 */
export async function trustFrom(url: string, now: number): Promise<{ file: object; fingerprints: string[] }> {
  const base = url.replace(/\/$/, '');
  const [did, keys, root] = await Promise.all([
    fetchedText(`${base}/.well-known/did.json`),
    fetchedText(`${base}/log/key`),
    fetched(`${base}/ca/root.crt`),
  ]);
  const file = {
    issuers: [{ url: base, didDocument: JSON.parse(did) as unknown }],
    logKeys: keys.split('\n').filter((line) => line !== ''),
    pdfRoots: [pemOf(root)],
    retrievedAt: new Date(now).toISOString(),
  };
  const { issuers } = await trustOf(file);
  const fingerprint = createHash('sha256').update(root).digest('hex').toUpperCase().match(/../g)!.join(':');
  return {
    file,
    fingerprints: [
      ...issuers.flatMap((issuer) => issuer.keys.map(({ id }) => `credential  ${id}`)),
      ...file.logKeys.map((key) => `log         ${key}`),
      `PDF root    SHA-256 ${fingerprint}`,
    ],
  };
}

function pemOf(der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}
