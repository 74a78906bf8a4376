import type { CandidateForm } from '@hz/assembly/contract';
import { keysContext, partsOf, sectionContext, type PaperSection } from './paper-format';
import type { PaperKeys } from './paper-keys';

type Bytes = Uint8Array<ArrayBuffer>;
/** Section id → content key. */
export type SectionKeys = ReadonlyMap<string, Bytes>;

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** SHA-256 of the file, in hexadecimal: its name. Needs WebCrypto, as all of this file does. */
export async function paperDigest(file: Bytes): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', file));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a page needs so that keys can be sent to it alone. */
export interface PageKey {
  /** As `pageKeySchema` has it. */
  readonly publicKey: string;
  /** Takes out the keys that were sent to this page for `attemptId`. Rejects on what was meant for another page or attempt, or altered. */
  unwrap(attemptId: string, keys: PaperKeys): Promise<SectionKeys>;
}

/** A new key pair, whose private half cannot be read out, not even by scripts of the page. */
export async function makePageKey(): Promise<PageKey> {
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
  const unwrap = async (attemptId: string, { digest, publicKey: from, iv, box }: PaperKeys): Promise<SectionKeys> => {
    const context = new TextEncoder().encode(keysContext(attemptId, digest));
    const theirs = await crypto.subtle.importKey('raw', fromBase64Url(from), CURVE, false, []);
    const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256);
    const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
    const derived = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: context };
    const key = new Uint8Array(await crypto.subtle.deriveBits(derived, secret, 256));
    const plain = await decrypted(key, { iv: fromBase64Url(iv), context, sealed: fromBase64Url(box) });
    const sent = JSON.parse(new TextDecoder().decode(plain)) as Record<string, string>;
    return new Map(Object.entries(sent).map(([id, each]) => [id, fromBase64Url(each)]));
  };
  return { publicKey, unwrap };
}

/**
 * The form, as far as there are keys: sections without one come without their items. Rejects where anything of the file was altered, where
 * a key is not that of its section, and where there is no key at all.
 */
export async function openPaper(file: Bytes, keys: SectionKeys): Promise<CandidateForm> {
  const { header } = partsOf(file);
  const readable = header.sections.filter(({ id }) => keys.has(id));
  const opened = await Promise.all(
    readable.map(async ({ id }) => [id, await openSection(file, id, keys.get(id)!)] as const),
  );
  const sections = new Map(opened);
  const outline = opened[0]?.[1].form;
  if (outline === undefined) throw new RangeError('no key for any section');
  return {
    formId: header.formId,
    ...outline,
    sections: outline.sections.map((section) => ({ ...section, items: sections.get(section.id)?.items ?? [] })),
  };
}

async function openSection(file: Bytes, sectionId: string, key: Bytes): Promise<PaperSection> {
  const { header, head, body } = partsOf(file);
  const { iv, offset, length } = header.sections.find(({ id }) => id === sectionId)!;
  const context = new TextEncoder().encode(sectionContext(await paperDigest(head), sectionId));
  const sealed = body.subarray(offset, offset + length);
  const plain = await decrypted(key, { iv: fromBase64Url(iv), context, sealed });
  return JSON.parse(await unpacked(plain)) as PaperSection;
}

async function decrypted(key: Bytes, { iv, context, sealed }: { iv: Bytes; context: Bytes; sealed: Bytes }) {
  const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
  const algorithm = { name: 'AES-GCM', iv, additionalData: context, tagLength: 128 };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, imported, sealed));
}

async function unpacked(plain: Bytes): Promise<string> {
  const length = new DataView(plain.buffer).getUint32(0);
  const packed = new Blob([plain.subarray(4, 4 + length)]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
}

export function toBase64Url(bytes: Bytes): string {
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function fromBase64Url(text: string): Bytes {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
