import { z } from 'zod';
import { proofSetSchema, STATUS_PURPOSES, VC_CONTEXT } from './credential';

const time = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** A BitstringStatusListCredential (W3C Bitstring Status List v1.0) before it is signed. */
export const unsignedStatusListSchema = z.strictObject({
  '@context': z.tuple([z.literal(VC_CONTEXT)]),
  id: z.url(),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('BitstringStatusListCredential')]),
  issuer: z.string().startsWith('did:web:'),
  validFrom: time,
  validUntil: time,
  credentialSubject: z.strictObject({
    id: z.url(),
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.enum(STATUS_PURPOSES),
    /** Multibase base64url of the GZIP of the bits. */
    encodedList: z.string().regex(/^u[\w-]{1,200000}$/),
  }),
});
export type UnsignedStatusList = z.infer<typeof unsignedStatusListSchema>;

export const statusListSchema = unsignedStatusListSchema.extend({ proof: proofSetSchema });
export type StatusListCredential = z.infer<typeof statusListSchema>;
