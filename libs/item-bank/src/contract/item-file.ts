import { COGNITIVE_LEVELS, LEVELS, POOLS } from '@hz/kernel';
import { z } from 'zod';

/**
 * The bank's own files (question-banks/FORMAT.md): what an author writes. Strict, so that a misspelt name is reported and not
 * passed over. The JSON Schema for editors is made from these schemas.
 */
const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type BothLanguages = z.infer<typeof both>;

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,79}$/);
const optionId = z.string().regex(/^[A-Z]$/);
const decimalText = z.string().regex(/^-?\d{1,30}(\.\d{1,30})?$/, 'a decimal in quotes, such as "0.75"');
const pointsNumber = z
  .number()
  .min(0)
  .max(1_000)
  .refine((value) => Number.isInteger(Math.round(value * 1e8) / 1e4), 'at most four places');
const option = z.strictObject({
  id: optionId,
  ...both.shape,
  key: z.boolean().optional(),
  why: both.optional(),
});
const options = z.array(option).min(2).max(26);
const fixedOrder = z.boolean().optional();

const common = {
  id: slug.meta({ description: 'stable for ever, never reused' }),
  skill: slug,
  level: z.enum(LEVELS),
  cognitive: z.enum(COGNITIVE_LEVELS),
  pool: z.enum(POOLS),
  facility: z.number().min(0).max(1).meta({ description: 'expected share of points gained; high is easy' }),
  points: pointsNumber.refine((value) => value > 0, 'must be above 0'),
  seconds: z.int().min(5).max(14_400),
  source: both,
  stem: both,
  rationale: both,
};

export const itemEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('single-choice'), choices: options, fixedOrder }),
  z.strictObject({
    ...common,
    type: z.literal('multiple-response'),
    choices: options,
    fixedOrder,
    scoring: z.enum(['all-or-nothing', 'right-minus-wrong', 'no-wrong-then-share']),
  }),
  z.strictObject({ ...common, type: z.literal('true-false'), key: z.boolean() }),
  z.strictObject({
    ...common,
    type: z.literal('text-entry'),
    accept: z.array(z.string().min(1).max(200)).min(1).max(50),
    caseSensitive: z.boolean().optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('numeric-entry'),
    answer: decimalText,
    tolerance: z
      .union([z.strictObject({ absolute: decimalText }), z.strictObject({ relative: decimalText })])
      .optional(),
    significantDigits: z.int().min(1).max(15).optional(),
    unit: both.optional(),
  }),
  z.strictObject({
    ...common,
    type: z.literal('match'),
    pairs: z
      .array(z.strictObject({ source: both, target: both }))
      .min(2)
      .max(12),
    distractors: z.array(both).max(12).optional(),
    fixedOrder,
    scoring: z.enum(['share', 'all-or-nothing']),
  }),
  z.strictObject({
    ...common,
    type: z.literal('order'),
    sequence: z.array(both).min(2).max(12),
    scoring: z.enum(['all-or-nothing', 'adjacent-pairs']),
  }),
  z.strictObject({
    ...common,
    type: z.literal('inline-choice'),
    gaps: z.record(
      z.string().regex(/^g\d{1,2}$/),
      z.strictObject({
        choices: z
          .array(z.strictObject({ id: optionId, ...both.shape }))
          .min(2)
          .max(26),
        key: optionId,
      }),
    ),
    scoring: z.enum(['share', 'all-or-nothing']),
  }),
  z.strictObject({
    ...common,
    type: z.literal('extended-text'),
    maxLength: z.int().min(50).max(20_000),
    rubric: z
      .array(
        z.strictObject({
          id: z.string().regex(/^[a-z][a-z0-9]{0,15}$/),
          title: both,
          levels: z
            .array(z.strictObject({ points: pointsNumber, ...both.shape }))
            .min(2)
            .max(10),
        }),
      )
      .min(1)
      .max(12),
    exemplar: both,
  }),
]);
export type ItemEntry = z.infer<typeof itemEntrySchema>;
export type EntryOf<Type extends ItemEntry['type']> = Extract<ItemEntry, { type: Type }>;

export const itemFileSchema = z
  .strictObject({ bank: slug, items: z.array(itemEntrySchema) })
  .meta({ title: 'Hengzheng item file', description: 'The items of one bank. See question-banks/FORMAT.md.' });
