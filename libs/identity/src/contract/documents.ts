import { z } from 'zod';

export const DOCUMENT_TYPES = ['resident-id', 'passport', 'hk-mo-permit', 'tw-permit'] as const;
export type DocumentType = (typeof DOCUMENT_TYPES)[number];

export const identityDocumentSchema = z
  .object({ type: z.enum(DOCUMENT_TYPES), number: z.string().trim().min(5).max(30) })
  .meta({ id: 'IdentityDocument' });
export type IdentityDocument = z.infer<typeof identityDocumentSchema>;
export const maskedDocumentSchema = z
  .object({ type: z.enum(DOCUMENT_TYPES), masked: z.string() })
  .meta({ id: 'MaskedDocument' });
