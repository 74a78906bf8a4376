import { canonicalJson } from '@hz/kernel';
import { z } from 'zod';
import { journalPartSchema } from './journal';
import { CLAIM_REASONS, CLAIM_VERDICTS } from './offline-answers';

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
export const RESPONSE_FILE_VERSION = 1;
export const MAX_RESPONSE_FILE_BYTES = 524_288;
export const RESPONSE_FILE_ENDING = '.hzresp';

/** The server's public key for response files: a P-256 point, uncompressed, as base64url. */
export const responseFileKeySchema = z
  .object({ id: z.string().regex(/^[0-9a-f]{16}$/), publicKey: z.string().regex(/^B[\w-]{86}$/) })
  .meta({ id: 'ResponseFileKey' });
export type ResponseFileKey = z.infer<typeof responseFileKeySchema>;

export const responseFileHeaderSchema = z.object({
  version: z.literal(RESPONSE_FILE_VERSION),
  keyId: responseFileKeySchema.shape.id,
  sessionId: z.uuid(),
  attemptId: z.uuid(),
  publicKey: responseFileKeySchema.shape.publicKey,
  /** 12 bytes as base64url. */
  iv: z.string().regex(/^[\w-]{16}$/),
  /** Bytes of the body: a file that was cut off shows. */
  length: z.int().min(17),
});
export type ResponseFileHeader = z.infer<typeof responseFileHeaderSchema>;

/** `mac`: HMAC-SHA-256 under the lease's key of `responseFileText`, in hexadecimal: only a page that has held the attempt can make it. */
export const responseFileContentSchema = z.object({
  attemptId: z.uuid(),
  journal: journalPartSchema,
  mac: z.string(),
});
export type ResponseFileContent = z.infer<typeof responseFileContentSchema>;

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

/** A file on its way: its bytes in base64. Longer than any file may be, so that one that is too large is told so. */
export const uploadedFileSchema = z.object({ file: z.base64().max(960_000) }).meta({ id: 'UploadedResponseFile' });
export type UploadedFile = z.infer<typeof uploadedFileSchema>;

/** What a file holds beside what the server has. */
export const responseFileReportSchema = z
  .object({
    digest: z.string(),
    attemptId: z.uuid(),
    seatNo: z.int(),
    name: z.string(),
    /** Whether this very file was taken before: taking it again changes nothing. */
    isKnown: z.boolean(),
    answers: z.array(
      z.object({
        seq: z.int(),
        itemRef: z.string(),
        /** The server's beacon after which it was given; null where there is none that is genuine. */
        notBefore: z.int().nullable(),
        claimedAt: z.int().nullable(),
        outcome: z.enum(['there', ...CLAIM_VERDICTS]),
        why: z.enum(CLAIM_REASONS).nullable(),
      }),
    ),
  })
  .meta({ id: 'ResponseFileReport' });
export type ResponseFileReport = z.infer<typeof responseFileReportSchema>;
