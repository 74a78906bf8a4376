import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';
import { HASH_BYTES } from './merkle';

const ED25519 = 1;
const ID_BYTES = 4;

/** A key that signs a log's checkpoints, out of its one-word form `<origin>+<id>+<base64>` (C2SP signed-note). */
export interface LogKey {
  readonly origin: string;
  readonly id: string;
  readonly publicKey: KeyObject;
}

/** What a log signs (C2SP tlog-checkpoint). */
export interface Checkpoint {
  readonly size: number;
  readonly root: Buffer;
  /** The signed note as it came: evidence, when two of them contradict each other. */
  readonly note: string;
}

/** Throws an Error when the word is no Ed25519 key or carries an id that is not its own. */
export function logKeyOf(word: string): LogKey {
  const [, origin, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(word.trim()) ?? [];
  if (origin === undefined || id === undefined || encoded === undefined) throw new Error(`not a verifier key: ${word}`);
  const bytes = Buffer.from(encoded, 'base64');
  const ownId = createHash('sha256')
    .update(`${origin}\n`)
    .update(bytes)
    .digest('hex')
    .slice(0, 2 * ID_BYTES);
  if (bytes.length !== 33 || bytes[0] !== ED25519 || ownId !== id)
    throw new Error(`not an Ed25519 key of its id: ${word}`);
  const x = bytes.subarray(1).toString('base64url');
  return { origin, id, publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' }) };
}

/** The checkpoint in a note, once one of the pinned keys is seen to have signed it; null when none has, or it is no checkpoint. */
export function checkpointIn(note: string, keys: readonly LogKey[]): Checkpoint | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0) return null;
  const text = note.slice(0, end + 1);
  const [origin, size, root, rest] = text.split('\n');
  if (size === undefined || root === undefined || rest !== '' || !/^(?:0|[1-9]\d{0,15})$/.test(size)) return null;
  const lines = note.slice(end + 2).split('\n');
  if (!keys.some((key) => key.origin === origin && lines.some((line) => isSignature(line, key, text)))) return null;
  const bytes = Buffer.from(root, 'base64');
  if (bytes.length !== HASH_BYTES || bytes.toString('base64') !== root) return null;
  return { size: Number(size), root: bytes, note };
}

function isSignature(line: string, key: LogKey, text: string): boolean {
  const [dash, name, encoded, ...others] = line.split(' ');
  if (dash !== '—' || name !== key.origin || encoded === undefined || others.length > 0) return false;
  const bytes = Buffer.from(encoded, 'base64');
  if (bytes.subarray(0, ID_BYTES).toString('hex') !== key.id) return false;
  return verify(null, Buffer.from(text), key.publicKey, bytes.subarray(ID_BYTES));
}
