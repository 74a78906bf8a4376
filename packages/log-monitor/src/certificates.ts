import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Alarm } from './alarm';
import { checkpointIn, type LogKey } from './checkpoint';
import type { OwnCopy } from './copy';
import { contradicting } from './follow';
import { credentialHash, openedProof, rootOf, type OpenedProof } from './log-proof';

const PROOF = '.tlog-proof';

/**
 * Looks whether every certificate in a folder (`<name>.json`, the credential, beside `<name>.tlog-proof`, its proof) is a leaf of the own
 * copy of the log. Gives what is wrong and how many are in order.
 */
export function checkCertificates(
  folder: string,
  copy: OwnCopy,
  keys: readonly LogKey[],
): { readonly found: number; readonly alarms: readonly Alarm[] } {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort();
  const alarms = names.flatMap((name) => wrongWith(join(folder, name), copy, keys) ?? []);
  return { found: names.length - new Set(alarms.map(({ detail }) => detail)).size, alarms };
}

function wrongWith(file: string, copy: OwnCopy, keys: readonly LogKey[]): Alarm | null {
  const proofFile = file.replace(/\.json$/, PROOF);
  const text = existsSync(proofFile) ? readFileSync(proofFile, 'utf8') : '';
  const credential = readFileSync(file, 'utf8');
  const missing = (why: string): Alarm => ({
    kind: 'no-leaf',
    detail: `${file}: ${why}`,
    evidence: { credential, proof: text },
  });
  const proof = openedProof(text);
  if (proof === null) return missing('no proof that opens');
  const hash = hashOf(credential);
  if (hash === null || !proof.credentials.includes(hash)) return missing('the proof is of another certificate');
  const checkpoint = checkpointIn(proof.note, keys);
  if (checkpoint === null) return missing('the checkpoint of the proof is not signed by a pinned key');
  if (!rootOf(proof, checkpoint.size)?.equals(checkpoint.root))
    return missing('the proof does not lead to its checkpoint');
  return (
    contradicting(copy, checkpoint) ?? (isThere(proof, copy) ? null : missing(`leaf ${proof.index} is another one`))
  );
}

function isThere({ index, leaf }: OpenedProof, copy: OwnCopy): boolean {
  return copy.leaf(index)?.equals(leaf) ?? false;
}

function hashOf(credential: string): string | null {
  try {
    return credentialHash(JSON.parse(credential));
  } catch {
    return null;
  }
}
