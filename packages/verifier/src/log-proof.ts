import { equal, fromBase64, joined, utf8, type Bytes } from './bytes';
import { sha256, sha256Hex } from './crypto';
import { canonicalJson, isCanonical, jsonOf, type Json } from './json';
import { exactly, isObject, list, literal, text } from './shape';
import { checkpointIn, OTHER_KEY, textOfBase64, type Checkpoint, type LogKey } from './signed-note';

const VERSION = 'c2sp.org/tlog-proof@v1';
const KINDS = ['issue', 'supersede', 'suspend', 'reinstate', 'revoke'] as const;
const isOpening = exactly({
  at: text(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  committed: isObject,
  kind: literal(...KINDS),
  salt: text(/^[A-Za-z0-9+/]{43}=$/),
});
export const isHashes = list(text(/^[0-9a-f]{64}$/), { min: 1, max: 100 });

/** A leaf of the log that a proof has shown to be in it. */
export interface Logged {
  readonly kind: (typeof KINDS)[number];
  readonly at: string;
  readonly committed: Readonly<Record<string, unknown>>;
  readonly index: number;
  readonly checkpoint: Checkpoint;
}

interface Opening {
  readonly at: string;
  readonly committed: { readonly [name: string]: Json };
  readonly kind: Logged['kind'];
  readonly salt: string;
}

interface Written {
  readonly opening: Opening;
  readonly index: number;
  readonly path: readonly Bytes[];
  readonly note: string;
}

/**
 * What a proof (C2SP tlog-proof) with its opening shows: commitment, leaf, path to the root, and the log's signature over that root.
 * Null when any of them does not hold.
 */
export async function logged(
  proof: string,
  logKeys: readonly LogKey[],
  witnesses: readonly LogKey[] = [],
): Promise<Logged | typeof OTHER_KEY | null> {
  const written = writtenIn(proof);
  const checkpoint = written && (await checkpointIn(written.note, logKeys, witnesses));
  if (checkpoint === null || checkpoint === OTHER_KEY) return checkpoint;
  const { opening, index, path } = written!;
  const leaf = await leafHashOf(opening);
  const root = leaf && (await rootFrom(leaf, index, checkpoint.size, path));
  if (!root || !equal(root, checkpoint.root)) return null;
  return { kind: opening.kind, at: opening.at, committed: opening.committed, index, checkpoint };
}

function writtenIn(proof: string): Written | null {
  const end = proof.indexOf('\n\n');
  const [version, extra = '', indexLine = '', ...lines] = proof.slice(0, Math.max(end, 0)).split('\n');
  const index = /^index (?:0|[1-9]\d{0,14})$/.test(indexLine) ? Number(indexLine.slice(6)) : null;
  const opening = openingIn(extra);
  const path = lines.map(fromBase64).filter((hash) => hash?.length === 32) as Bytes[];
  if (version !== VERSION || index === null || opening === null) return null;
  return path.length === lines.length && path.length <= 60
    ? { opening, index, path, note: proof.slice(end + 2) }
    : null;
}

function openingIn(line: string): Opening | null {
  const written = line.startsWith('extra ') ? textOfBase64(line.slice(6)) : null;
  const said = written === null ? undefined : jsonOf(written);
  return said !== undefined && isOpening(said) && isCanonical(written!, said) ? (said as unknown as Opening) : null;
}

async function leafHashOf({ at, committed, kind, salt }: Opening): Promise<Bytes | null> {
  const bytes = fromBase64(salt);
  if (bytes === null) return null;
  const commitment = await sha256Hex(joined(bytes, utf8(canonicalJson(committed))));
  return sha256(joined(Uint8Array.of(0), utf8(canonicalJson({ at, commitment, kind }))));
}

const node = (left: Bytes, right: Bytes) => sha256(joined(Uint8Array.of(1), left, right));

/** The root that a leaf and its path lead to (RFC 9162, 2.1.3.2); null when the path is not one of this tree. */
export async function rootFrom(
  leaf: Bytes,
  index: number,
  size: number,
  path: readonly Bytes[],
): Promise<Bytes | null> {
  if (index >= size) return null;
  let [at, last, hash] = [index, size - 1, leaf];
  const halved = () => ([at, last] = [Math.floor(at / 2), Math.floor(last / 2)]);
  for (const sibling of path) {
    if (last === 0) return null;
    if (at % 2 === 1 || at === last) {
      hash = await node(sibling, hash);
      while (at % 2 === 0 && at !== 0) halved();
    } else {
      hash = await node(hash, sibling);
    }
    halved();
  }
  return last === 0 ? hash : null;
}

/** Whether a leaf is that of the issue of a document: by its number, and the hash of its canonical form (of a token, its text). */
export async function isIssueOf({ kind, committed }: Logged, number: string, document: string): Promise<boolean> {
  const { credentials, number: logged } = committed;
  if (kind !== 'issue' || logged !== number || !isHashes(credentials)) return false;
  return (credentials as string[]).includes(await sha256Hex(utf8(document)));
}
