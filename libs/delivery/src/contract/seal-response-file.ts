import { hmacHex } from '@hz/kernel';
import type { JournalPart } from './journal-schemas';
import { fromBase64Url, toBase64Url } from './open-paper';
import { RESPONSE_FILE_VERSION, responseFileContext, responseFileHead, responseFileText } from './response-file';
import type { ResponseFileContent, ResponseFileKey } from './response-file-schemas';

type Bytes = Uint8Array<ArrayBuffer>;
const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const TAG_BYTES = 16;

export interface ToSeal {
  readonly attempt: { readonly id: string; readonly sessionId: string };
  readonly journal: JournalPart;
  /** The lease's key. */
  readonly macKey: string;
  readonly key: ResponseFileKey;
}

/** Makes a response file in a browser, without the server. Needs WebCrypto and `CompressionStream`. */
export async function sealResponseFile({ attempt, journal, macKey, key }: ToSeal): Promise<Bytes> {
  const mac = hmacHex(macKey, responseFileText(attempt.id, journal.head));
  const content: ResponseFileContent = { attemptId: attempt.id, journal, mac };
  const plain = await packed(new TextEncoder().encode(JSON.stringify(content)));
  const pair = await crypto.subtle.generateKey(CURVE, false, ['deriveBits']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const header = {
    version: RESPONSE_FILE_VERSION,
    keyId: key.id,
    sessionId: attempt.sessionId,
    attemptId: attempt.id,
    publicKey: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))),
    iv: toBase64Url(iv),
    length: plain.length + TAG_BYTES,
  } as const;
  const theirs = await crypto.subtle.importKey('raw', fromBase64Url(key.publicKey), CURVE, false, []);
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, pair.privateKey, 256);
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey']);
  const info = new TextEncoder().encode(responseFileContext(header));
  const derived = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  const own = await crypto.subtle.deriveKey(derived, secret, { name: 'AES-GCM', length: 256 }, false, ['encrypt']);
  const head = responseFileHead(header);
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: head, tagLength: 128 }, own, plain);
  const file = new Uint8Array(head.length + body.byteLength);
  file.set(head);
  file.set(new Uint8Array(body), head.length);
  return file;
}

async function packed(plain: Bytes): Promise<Bytes> {
  const stream = new Blob([plain]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
