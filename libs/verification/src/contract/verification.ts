import { localizedSchema } from '@hz/kernel';
import { z } from 'zod';

export const ANSWERS = ['valid', 'not-valid', 'cannot-determine'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Why a certificate is not valid, or why that cannot be determined. `not-found` also stands for a name or code that does not fit. */
export const ANSWER_REASONS = [
  'not-found',
  'altered',
  'revoked',
  'suspended',
  'superseded',
  'expired',
  'not-yet-valid',
  'status-unavailable',
  'signature-unavailable',
] as const;
export type AnswerReason = (typeof ANSWER_REASONS)[number];

export const CHECKS = ['record', 'signature', 'status', 'expiry'] as const;
export const CHECK_OUTCOMES = ['passed', 'failed', 'unknown'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export const certificateFactsSchema = z
  .object({
    number: z.string(),
    holderName: z.string(),
    title: localizedSchema,
    issuedAt: z.int(),
    expiresAt: z.int().nullable(),
    issuer: z.string(),
  })
  .meta({ id: 'CertificateFacts' });
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;

/** The answer to a verifier (P7): one of three, with its reason, what was checked, and when. */
export const verificationSchema = z
  .object({
    number: z.string(),
    answer: z.enum(ANSWERS),
    reason: z.enum(ANSWER_REASONS).nullable(),
    /** What the issuer said when it revoked, suspended or superseded. */
    statement: z.string().nullable(),
    checkedAt: z.int(),
    /** When the status was last changed or the certificate published. */
    statusAsOf: z.int().nullable(),
    checks: z.array(z.object({ check: z.enum(CHECKS), outcome: z.enum(CHECK_OUTCOMES) })),
    certificate: certificateFactsSchema.nullable(),
  })
  .meta({ id: 'Verification' });
export type Verification = z.infer<typeof verificationSchema>;

/** A number with the holder's name, or with the code from the QR. */
export const verifyInputSchema = z
  .object({
    number: z.string().trim().min(6).max(40),
    name: z.string().trim().min(1).max(120).optional(),
    code: z.string().trim().min(8).max(60).optional(),
  })
  .meta({ id: 'VerifyCertificate' });
export type VerifyInput = z.infer<typeof verifyInputSchema>;
