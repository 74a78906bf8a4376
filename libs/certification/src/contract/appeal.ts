import { localizedSchema } from '@hz/kernel';
import { z } from 'zod';

/** Days after a revocation within which its holder may appeal. */
export const APPEAL_DAYS = 30;
export const APPEAL_STATUSES = ['open', 'upheld', 'refused'] as const;
export type AppealStatus = (typeof APPEAL_STATUSES)[number];

export const appealInputSchema = z
  .object({ grounds: z.string().trim().min(10).max(4_000) })
  .meta({ id: 'AppealInput' });
export type AppealInput = z.infer<typeof appealInputSchema>;

const appealShape = {
  id: z.uuid(),
  number: z.string(),
  status: z.enum(APPEAL_STATUSES),
  grounds: z.string(),
  filedAt: z.int(),
  decidedAt: z.int().nullable(),
  decisionReason: z.string().nullable(),
  newNumber: z.string().nullable(),
};

/** What the holder of a revoked certificate can do about it. */
export const myAppealSchema = z
  .object({
    number: z.string(),
    /** Whether an appeal can be handed in now, and until when it could. */
    may: z.boolean(),
    until: z.int().nullable(),
    appeal: z.object(appealShape).nullable(),
  })
  .meta({ id: 'MyAppeal' });
export type MyAppeal = z.infer<typeof myAppealSchema>;

/** An appeal for who decides. `mayDecide` is false for who revoked the certificate. */
export const appealCaseSchema = z
  .object({
    ...appealShape,
    holderName: z.string(),
    certification: localizedSchema,
    revokedAt: z.int().nullable(),
    revokedReason: z.string().nullable(),
    mayDecide: z.boolean(),
  })
  .meta({ id: 'AppealCase' });
export type AppealCase = z.infer<typeof appealCaseSchema>;
export const appealFilterSchema = z.object({ status: z.enum(APPEAL_STATUSES).optional() });
export type AppealFilter = z.infer<typeof appealFilterSchema>;

export const appealDecisionSchema = z
  .object({ uphold: z.boolean(), reason: z.string().trim().min(3).max(2_000) })
  .meta({ id: 'AppealDecision' });
export type AppealDecision = z.infer<typeof appealDecisionSchema>;
