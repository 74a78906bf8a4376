import { decimalSchema, localizedSchema, pointsSchema } from '@hz/kernel';
import { z } from 'zod';

const id = z.string().min(1).max(32);

/** How several keys of one multiple response are credited. */
export const MULTIPLE_RESPONSE_POLICIES = ['all-or-nothing', 'right-minus-wrong', 'no-wrong-then-share'] as const;
export type MultipleResponsePolicy = (typeof MULTIPLE_RESPONSE_POLICIES)[number];

/** How the parts of a match or of an inline choice are credited. */
export const PARTS_POLICIES = ['share', 'all-or-nothing'] as const;
export type PartsPolicy = (typeof PARTS_POLICIES)[number];

export const ORDER_POLICIES = ['all-or-nothing', 'adjacent-pairs'] as const;
export type OrderPolicy = (typeof ORDER_POLICIES)[number];

export const toleranceSchema = z.union([
  z.strictObject({ absolute: decimalSchema }),
  z.strictObject({ relative: decimalSchema }),
]);
export type Tolerance = z.infer<typeof toleranceSchema>;

/**
 * The key of an item: what turns a response into points. By type, with the names of the interaction (QTI 3 response processing).
 * It lives in the bank, in key sheets and in scoring, never in anything that a candidate receives (P3).
 */
export const responseRuleSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single-choice'), key: id }),
  z.object({
    type: z.literal('multiple-response'),
    keys: z.array(id).min(1).max(26),
    policy: z.enum(MULTIPLE_RESPONSE_POLICIES),
  }),
  z.object({ type: z.literal('true-false'), key: z.boolean() }),
  z.object({
    type: z.literal('text-entry'),
    accept: z.array(z.string().min(1).max(500)).min(1).max(50),
    caseSensitive: z.boolean(),
  }),
  z.object({
    type: z.literal('numeric-entry'),
    answer: decimalSchema,
    tolerance: toleranceSchema.optional(),
    significantDigits: z.int().min(1).max(15).optional(),
    /** Units that may be typed behind the number, though the page shows them already. */
    units: z.array(z.string().min(1).max(40)).max(10).optional(),
  }),
  z.object({ type: z.literal('match'), pairs: z.record(id, id), policy: z.enum(PARTS_POLICIES) }),
  z.object({ type: z.literal('order'), sequence: z.array(id).min(2).max(26), policy: z.enum(ORDER_POLICIES) }),
  z.object({ type: z.literal('inline-choice'), gaps: z.record(id, id), policy: z.enum(PARTS_POLICIES) }),
  z.object({ type: z.literal('extended-text') }),
]);
export type ResponseRule = z.infer<typeof responseRuleSchema>;
export type RuleOf<Type extends ResponseRule['type']> = Extract<ResponseRule, { type: Type }>;

/** What a marker judges in an open response: criteria, each with levels of rising points. */
export const rubricSchema = z.object({
  criteria: z
    .array(
      z.object({
        id,
        title: localizedSchema,
        levels: z
          .array(z.object({ points: pointsSchema, text: localizedSchema }))
          .min(2)
          .max(10),
      }),
    )
    .min(1)
    .max(12),
});
export type Rubric = z.infer<typeof rubricSchema>;
