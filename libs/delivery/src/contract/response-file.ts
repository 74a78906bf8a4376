import { canonicalJson } from '@hz/kernel';
import type { ResponseFileHeader } from './response-file-schemas';

/**
 * A response file (应急作答文件), version 1: what a page could not bring to the server, for an invigilator to carry. Only the server can
 * read it.
 *
 *     8 bytes   "HZRESP01"
 *     4 bytes   length of the header, unsigned, big-endian
 *     header    canonical JSON (RFC 8785) in UTF-8: `ResponseFileHeader`. These three are the head.
 *     body      AES-256-GCM (NIST SP 800-38D): ciphertext and then the 16-byte tag; the head is the additional data
 *
 * The key comes by ECDH over P-256 between `publicKey`, made for this file alone, and the server's key `keyId`; HKDF-SHA-256 (RFC 5869)
 * with an empty salt and the info `responseFileContext`. The plaintext is JSON of `ResponseFileContent`, packed by raw DEFLATE (RFC 1951).
 */
export const RESPONSE_FILE_MAGIC = 'HZRESP01';
export const RESPONSE_FILE_VERSION = 1 satisfies ResponseFileHeader['version'];
export const MAX_RESPONSE_FILE_BYTES = 524_288;
export const RESPONSE_FILE_ENDING = '.hzresp';

export function responseFileText(attemptId: string, head: string): string {
  return `response-file:${attemptId}:${head}`;
}

export function responseFileContext({
  keyId,
  sessionId,
  attemptId,
}: Pick<ResponseFileHeader, 'keyId' | 'sessionId' | 'attemptId'>): string {
  return `hengzheng/response-file/${RESPONSE_FILE_VERSION}/${keyId}/${sessionId}/${attemptId}`;
}

/** The head of a file in bytes. */
export function responseFileHead(header: ResponseFileHeader): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(canonicalJson(header));
  const head = new Uint8Array(RESPONSE_FILE_MAGIC.length + 4 + text.length);
  head.set(new TextEncoder().encode(RESPONSE_FILE_MAGIC));
  new DataView(head.buffer).setUint32(RESPONSE_FILE_MAGIC.length, text.length);
  head.set(text, RESPONSE_FILE_MAGIC.length + 4);
  return head;
}
