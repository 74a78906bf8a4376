import { pointsSchema } from '@hz/kernel';
import { z } from 'zod';

/** What a renewal of the registration asks for. */
export const renewalRuleSchema = z
  .object({
    /** Approved hours of continuing education (学时) wanted in a registration period. */
    hours: z.int().min(0).max(1_000),
    /** Days before the end of the registration from which it can be renewed. */
    opensDaysBefore: z.int().min(1).max(730),
    /** Days after the end until which it can still be renewed. */
    closesDaysAfter: z.int().min(0).max(730),
    /** Whether skills that are new or changed since the certificate was issued must be shown in an exam. */
    deltaExam: z.boolean(),
    /** Share of the points of a skill, in percent, from which it counts as shown. */
    deltaPassPercent: z.int().min(1).max(100),
  })
  .meta({ id: 'RenewalRule' });
export type RenewalRule = z.infer<typeof renewalRuleSchema>;

/** Credits of a certificate (学分) by how well it was passed: the highest band that the result reaches. */
export const creditRuleSchema = z
  .object({
    bands: z
      .array(z.object({ fromPercent: z.int().min(0).max(100), credits: pointsSchema }))
      .min(1)
      .max(10)
      .refine((bands) => bands.some(({ fromPercent }) => fromPercent === 0), 'one band begins at 0')
      .refine(
        (bands) => new Set(bands.map(({ fromPercent }) => fromPercent)).size === bands.length,
        'two bands begin at the same percentage',
      ),
  })
  .meta({ id: 'CreditRule' });
export type CreditRule = z.infer<typeof creditRuleSchema>;

export const schemePolicySchema = z
  .object({ renewal: renewalRuleSchema, credits: creditRuleSchema })
  .meta({ id: 'SchemePolicy' });
export type SchemePolicy = z.infer<typeof schemePolicySchema>;

/** Holds for a scheme for which nothing else was decided. */
export const DEFAULT_POLICY: SchemePolicy = {
  renewal: { hours: 60, opensDaysBefore: 180, closesDaysAfter: 90, deltaExam: true, deltaPassPercent: 60 },
  credits: { bands: [{ fromPercent: 0, credits: '4' as SchemePolicy['credits']['bands'][number]['credits'] }] },
};

export const schemePolicyViewSchema = z
  .object({
    schemeId: z.uuid(),
    code: z.string(),
    title: z.object({ zh: z.string(), en: z.string().optional() }),
    level: z.string(),
    validityMonths: z.int(),
    policy: schemePolicySchema,
    /** Null while the defaults hold. */
    updatedAt: z.int().nullable(),
  })
  .meta({ id: 'SchemePolicyView' });
export type SchemePolicyView = z.infer<typeof schemePolicyViewSchema>;
export const schemePoliciesSchema = z.object({ rows: z.array(schemePolicyViewSchema) }).meta({ id: 'SchemePolicies' });
