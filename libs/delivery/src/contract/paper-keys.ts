import { z } from 'zod';

/** Content addresses: SHA-256 of the file in hexadecimal. */
export const paperDigestSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** Where a paper is fetched; any place that has the file under its digest will do. */
export const paperRefSchema = z
  .object({
    digest: paperDigestSchema,
    /** Size of the file. */
    bytes: z.int(),
    /** Where to fetch it; relative to this server, or absolute where a CDN or an object store has the files. */
    url: z.string(),
  })
  .meta({ id: 'PaperRef' });
export type PaperRef = z.infer<typeof paperRefSchema>;

/** A P-256 point, uncompressed (65 bytes, SEC 1), as base64url: made anew by each page that loads; the private half never leaves it. */
export const pageKeySchema = z.string().regex(/^B[\w-]{86}$/);

/**
 * Keys of sections that may be read, for one page and one attempt. ECDH over P-256 between the page's key and `publicKey`; HKDF-SHA-256
 * (RFC 5869) with an empty salt and the info `keysContext`; under that key AES-256-GCM with `iv` and the same additional data gives the
 * JSON object of section id → key (32 bytes as base64url). All of it base64url.
 */
export const paperKeysSchema = z
  .object({ digest: paperDigestSchema, publicKey: z.string(), iv: z.string(), box: z.string() })
  .meta({ id: 'PaperKeys' });
export type PaperKeys = z.infer<typeof paperKeysSchema>;
