import { createHash } from 'node:crypto';
import { HASH_BYTES, leafHash, rootByInclusion } from './merkle';
import { canonicalJson, leafOf, leafText } from './leaf';

/** A proof (C2SP tlog-proof) that came with a certificate, opened. */
export interface OpenedProof {
  readonly index: number;
  readonly leaf: Buffer;
  readonly hashes: readonly Buffer[];
  /** The signed note that the proof leads to. Not trusted yet. */
  readonly note: string;
  /** SHA-256, in hexadecimal, of the canonical JSON of each credential that the leaf speaks for. */
  readonly credentials: readonly string[];
}

interface Opening {
  readonly at?: unknown;
  readonly kind?: unknown;
  readonly salt?: unknown;
  readonly committed?: { readonly credentials?: unknown } | null;
}

/** Reads a proof with its opening; null when it is none. That it holds is not said by that. */
export function openedProof(text: string): OpenedProof | null {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const [version, extra, index, ...lines] = text.slice(0, end).split('\n');
  if (version !== 'c2sp.org/tlog-proof@v1' || !/^index (?:0|[1-9]\d{0,15})$/.test(index ?? '')) return null;
  const hashes = lines.map((line) => Buffer.from(line, 'base64'));
  const opened = extra?.startsWith('extra ')
    ? openedLeaf(Buffer.from(extra.slice(6), 'base64').toString('utf8'))
    : null;
  if (opened === null || hashes.some(({ length }) => length !== HASH_BYTES)) return null;
  return { ...opened, index: Number(index!.slice(6)), hashes, note: text.slice(end + 2) };
}

function openedLeaf(extra: string): Pick<OpenedProof, 'leaf' | 'credentials'> | null {
  let opening: Opening | null;
  try {
    opening = JSON.parse(extra) as Opening | null;
  } catch {
    return null;
  }
  const { at, kind, salt, committed } = opening ?? {};
  if (typeof at !== 'string' || typeof kind !== 'string' || typeof salt !== 'string') return null;
  const credentials = committed?.credentials;
  if (!Array.isArray(credentials) || !credentials.every((hash) => typeof hash === 'string')) return null;
  const commitment = createHash('sha256')
    .update(Buffer.from(salt, 'base64'))
    .update(canonicalJson(committed))
    .digest('hex');
  const leaf = Buffer.from(leafText(kind, at, commitment));
  return leafOf(leaf)?.kind === 'issue' ? { leaf: leafHash(leaf), credentials } : null;
}

/** The root that the proof leads to in a tree of `size`; null when it leads to none. */
export function rootOf({ leaf, index, hashes }: OpenedProof, size: number): Buffer | null {
  return rootByInclusion(leaf, index, size, hashes);
}

/** SHA-256 of a credential's canonical JSON, in hexadecimal, as leaves name credentials. */
export function credentialHash(credential: unknown): string {
  return createHash('sha256').update(canonicalJson(credential)).digest('hex');
}
