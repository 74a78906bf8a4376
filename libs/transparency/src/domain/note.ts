import { hexOf, sha256Bytes } from '@hz/kernel';
import { fromBase64, toBase64 } from '../contract/base64';

/** Signature types of C2SP signed-note: plain Ed25519 of a log, timestamped Ed25519 of a witness. */
export const ED25519 = 1;
export const COSIGNATURE = 4;
export type KeyType = typeof ED25519 | typeof COSIGNATURE;

export interface NoteKey {
  readonly name: string;
  /** Eight hexadecimal digits. */
  readonly id: string;
  readonly type: KeyType;
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: string;
  readonly signature: Uint8Array;
  /** The line as it stands in the note, without its end. */
  readonly line: string;
}

export interface Note {
  /** With its final newline: the bytes that are signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const PUBLIC_KEY_BYTES = 32;
const ID_BYTES = 4;
const LINE = /^— ([^\s+]+) ([A-Za-z0-9+/]+={0,2})$/u;
const VERIFIER_KEY = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/u;
/** Enough for a log and a crowd of witnesses; a note is not a place to hide things in. */
const MOST_SIGNATURES = 64;

export function noteKey(name: string, type: KeyType, publicKey: Uint8Array): NoteKey {
  return { name, type, publicKey, id: keyId(name, type, publicKey) };
}

function keyId(name: string, type: KeyType, publicKey: Uint8Array): string {
  const digest = sha256Bytes(utf8(`${name}\n`), Uint8Array.of(type), publicKey);
  return hexOf(digest.subarray(0, ID_BYTES));
}

/** A key as one word, `<name>+<id>+<base64 of type and key>`, as the tools of the field take it. */
export function verifierKey({ name, id, type, publicKey }: NoteKey): string {
  return `${name}+${id}+${toBase64(Uint8Array.of(type, ...publicKey))}`;
}

/** The key in that word; null when it is none, or names an id that is not its own. */
export function parseVerifierKey(word: string): NoteKey | null {
  const [, name, id, encoded] = VERIFIER_KEY.exec(word) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  if (name === undefined || bytes === null || bytes.length !== 1 + PUBLIC_KEY_BYTES) return null;
  const type = bytes[0];
  if (type !== ED25519 && type !== COSIGNATURE) return null;
  const key = noteKey(name, type, bytes.subarray(1));
  return key.id === id ? key : null;
}

export function signatureLine({ name, id }: NoteKey, signature: Uint8Array): string {
  return `— ${name} ${toBase64(Uint8Array.of(...fromHex(id), ...signature))}`;
}

export function noteOf(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** Parts a signed note (C2SP signed-note); null when it is not one. Nothing in it is trusted by that. */
export function parseNote(note: string): Note | null {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(note)) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > MOST_SIGNATURES) return null;
  const signatures = lines.map(parseSignature);
  return signatures.every((signature) => signature !== null) ? { text: note.slice(0, end + 1), signatures } : null;
}

function parseSignature(line: string): NoteSignature | null {
  const [, name, encoded] = LINE.exec(line) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  if (name === undefined || bytes === null || bytes.length <= ID_BYTES) return null;
  return { name, keyId: hexOf(bytes.subarray(0, ID_BYTES)), signature: bytes.subarray(ID_BYTES), line };
}

/** The signatures that claim to be of this key. */
export function signaturesOf({ signatures }: Note, key: NoteKey): readonly NoteSignature[] {
  return signatures.filter(({ name, keyId: id }) => name === key.name && id === key.id);
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const fromHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));
