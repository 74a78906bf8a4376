import { LEVELS, localizedSchema } from '@hz/kernel';
import { z } from 'zod';

/** The three answers (P7). `valid` is said only when every check passed. */
export const VERDICTS = ['valid', 'not-valid', 'cannot-be-determined'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * Why a certificate is not valid. `not-found`: never issued here, or the name or code does not belong to it; the two look alike, so
 * that nobody can find out numbers or names by asking. `key-compromised`: signed when somebody else may have had the key.
 */
export const INVALID_REASONS = [
  'not-found',
  'altered',
  'key-compromised',
  'revoked',
  'suspended',
  'expired',
  'superseded',
] as const;
export type InvalidReason = (typeof INVALID_REASONS)[number];

/**
 * Why no answer can be given. `signed-before-compromise`: it says that it was signed before its key was compromised, and no checkpoint of
 * the log from before bears that out.
 */
export const UNKNOWN_REASONS = [
  'signature-not-checked',
  'signed-before-compromise',
  'status-not-checked',
  'not-yet-valid',
] as const;
export type UnknownReason = (typeof UNKNOWN_REASONS)[number];

/**
 * `log`: the number was issued here. `holder`: agrees with the name or the code of the caller. `issuer`: the key is ours. `signature`:
 * the content is unaltered. `status`: neither revoked nor suspended nor superseded. `validity`: within its validity.
 */
export const CHECKS = ['log', 'holder', 'issuer', 'signature', 'status', 'validity'] as const;
export type Check = (typeof CHECKS)[number];
export const CHECK_OUTCOMES = ['passed', 'failed', 'unknown'] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export const verificationAnswerSchema = z
  .object({
    verdict: z.enum(VERDICTS),
    reason: z.enum([...INVALID_REASONS, ...UNKNOWN_REASONS]).nullable(),
    checks: z.array(z.object({ check: z.enum(CHECKS), outcome: z.enum(CHECK_OUTCOMES) })),
    checkedAt: z.int(),
    /** How old the knowledge of the status is: when the status list was signed. Null where it was not checked. */
    statusAsOf: z.int().nullable(),
    /** The number that took the place of a superseded certificate, for whom knew name or code. */
    supersededBy: z.string().nullable(),
    /** As the signed credential has it; null where that could not be relied on, or nothing was found. */
    certificate: z
      .object({
        number: z.string(),
        /** As the holder let it be known: null unless the caller knew name or code, or showed the credential. */
        holderName: z.string().nullable(),
        title: localizedSchema,
        level: z.enum(LEVELS),
        issuedAt: z.int(),
        expiresAt: z.int().nullable(),
      })
      .nullable(),
    /** The answer is about a test certificate, which certifies nothing. */
    sandbox: z.literal(true).optional(),
  })
  .meta({ id: 'VerificationAnswer' });
export type VerificationAnswer = z.infer<typeof verificationAnswerSchema>;

const name = z.string().trim().min(1).max(200);
const code = z.string().trim().min(1).max(100);

export const verificationQuestionSchema = z
  .object({ number: z.string().trim().min(1).max(60), name: name.optional(), code: code.optional() })
  .refine((question) => question.name !== undefined || question.code !== undefined, {
    path: ['name'],
    message: 'name or code is needed',
  })
  .meta({ id: 'VerificationQuestion' });
export type VerificationQuestion = z.infer<typeof verificationQuestionSchema>;

/** What an institution may add to the number. */
export const institutionQuestionSchema = z.object({ name: name.optional(), code: code.optional() });
