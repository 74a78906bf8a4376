import { z } from 'zod';
import { journalPartSchema } from './journal-schemas';
import { CLAIM_REASONS, CLAIM_VERDICTS } from './offline-answers';

/** The server's public key for response files: a P-256 point, uncompressed, as base64url. */
export const responseFileKeySchema = z
  .object({ id: z.string().regex(/^[0-9a-f]{16}$/), publicKey: z.string().regex(/^B[\w-]{86}$/) })
  .meta({ id: 'ResponseFileKey' });
export type ResponseFileKey = z.infer<typeof responseFileKeySchema>;

export const responseFileHeaderSchema = z.object({
  version: z.literal(1),
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
