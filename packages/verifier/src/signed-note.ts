import { fromBase64, hex, joined, textOf, utf8, type Bytes } from './bytes';
import { isEd25519, sha256Hex } from './crypto';

const ED25519 = 1;
const COSIGNATURE = 4;
const ID_BYTES = 4;

/** A key of a log or of a witness, out of its one-word form `<name>+<id>+<base64>` (C2SP signed-note). */
export interface LogKey {
  readonly name: string;
  readonly id: string;
  readonly kind: typeof ED25519 | typeof COSIGNATURE;
  readonly publicKey: Bytes;
}

/** What a log signs (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Bytes;
  /** The earliest moment, in ms, at which a pinned witness saw it; null when none did. */
  readonly witnessedAt: number | null;
}

/** Null when the word is no Ed25519 key, or carries an id that is not its own. */
export async function logKeyOf(word: string): Promise<LogKey | null> {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(word.trim()) ?? [];
  const bytes = fromBase64(encoded ?? '');
  const kind = bytes?.[0];
  if (name === undefined || bytes?.length !== 33 || (kind !== ED25519 && kind !== COSIGNATURE)) return null;
  const own = (await sha256Hex(joined(utf8(`${name}\n`), bytes))).slice(0, 2 * ID_BYTES);
  return own === id ? { name, id, kind, publicKey: bytes.slice(1) } : null;
}

/** Signed by a key that is not pinned: nothing is known of it. */
export const OTHER_KEY = 'other-key';

/**
 * The checkpoint in a note, once a pinned key of its log is seen to have signed it. Null when it is none, or a signature in the log's name
 * does not hold. Lines of others are passed over, as the format wants it.
 */
export async function checkpointIn(
  note: string,
  logKeys: readonly LogKey[],
  witnesses: readonly LogKey[] = [],
): Promise<Checkpoint | typeof OTHER_KEY | null> {
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, Math.max(end, 0) + 1);
  const said = saidBy(text);
  const lines = note
    .slice(end + 2, -1)
    .split('\n')
    .map(lineOf);
  if (said === null || !note.endsWith('\n') || lines.includes(null)) return null;
  const own = lines.filter((line) => line!.name === said.origin) as Line[];
  const keys = logKeys.filter((key) => key.name === said.origin && key.kind === ED25519);
  if (own.length === 0) return null;
  for (const line of own) {
    const key = keys.find(({ id }) => id === line.id);
    if (key === undefined) return OTHER_KEY;
    if (!(await isEd25519(key.publicKey, utf8(text), line.signature))) return null;
  }
  const seen = await Promise.all(lines.map((line) => witnessed(text, line!, witnesses)));
  const moments = seen.filter((at) => at !== null);
  return { ...said, witnessedAt: moments.length > 0 ? Math.min(...moments) : null };
}

function saidBy(text: string): Omit<Checkpoint, 'witnessedAt'> | null {
  const [origin = '', size = '', root64 = '', ...rest] = text.split('\n');
  const root = fromBase64(root64);
  const isForm = rest.length === 1 && rest[0] === '' && /^(?:0|[1-9]\d{0,14})$/.test(size);
  return isForm && origin !== '' && root?.length === 32 ? { origin, size: Number(size), root } : null;
}

interface Line {
  readonly name: string;
  readonly id: string;
  readonly signature: Bytes;
}

function lineOf(line: string): Line | null {
  const [dash, name, encoded, ...others] = line.split(' ');
  const bytes = fromBase64(encoded ?? '');
  if (dash !== '—' || !name || bytes === null || bytes.length <= ID_BYTES || others.length > 0) return null;
  return { name, id: hex(bytes.subarray(0, ID_BYTES)), signature: bytes.slice(ID_BYTES) };
}

/** When a pinned witness saw the checkpoint (C2SP tlog-cosignature), in ms; null when the line is not by one. */
async function witnessed(text: string, line: Line, witnesses: readonly LogKey[]): Promise<number | null> {
  const key = witnesses.find(({ kind, name, id }) => kind === COSIGNATURE && name === line.name && id === line.id);
  if (key === undefined || line.signature.length !== 72) return null;
  const seconds = Number(new DataView(line.signature.buffer).getBigUint64(0));
  const signed = utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
  return (await isEd25519(key.publicKey, signed, line.signature.slice(8))) ? seconds * 1_000 : null;
}

/** The text of Base64 of UTF-8, strictly; null when it is none. */
export function textOfBase64(encoded: string): string | null {
  const bytes = fromBase64(encoded);
  return bytes === null ? null : textOf(bytes);
}
