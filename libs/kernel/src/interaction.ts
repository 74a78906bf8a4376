import { z } from 'zod';

/**
 * What a candidate sees and does: the part of an item that may leave the server before release (P3).
 * Words follow QTI 3 (choiceInteraction, matchInteraction, …). Texts are Markdown. Nothing here can hold a key.
 */
const MAX_TEXT = 20_000;
const id = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,31}$/);
export const localizedSchema = z.object({
  zh: z.string().min(1).max(MAX_TEXT),
  en: z.string().min(1).max(MAX_TEXT).optional(),
});
const choice = z.object({ id, text: localizedSchema });
const choices = z.array(choice).min(2).max(26);

export const interactionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single-choice'), choices, shuffle: z.boolean() }),
  z.object({ type: z.literal('multiple-response'), choices, shuffle: z.boolean(), maxChoices: z.int().min(0) }),
  z.object({ type: z.literal('true-false') }),
  z.object({ type: z.literal('text-entry'), maxLength: z.int().min(1).max(500) }),
  z.object({ type: z.literal('numeric-entry'), unit: localizedSchema.optional() }),
  z.object({
    type: z.literal('match'),
    sources: z.array(choice).min(2).max(12),
    targets: choices,
    shuffle: z.boolean(),
  }),
  z.object({ type: z.literal('order'), choices }),
  z.object({ type: z.literal('inline-choice'), gaps: z.array(z.object({ id, choices })).min(1).max(12) }),
  z.object({ type: z.literal('extended-text'), maxLength: z.int().min(50).max(20_000) }),
]);
export type Interaction = z.infer<typeof interactionSchema>;
export type InteractionType = Interaction['type'];
export type Choice = z.infer<typeof choice>;

export const ITEM_TYPES = interactionSchema.options.map((option) => option.shape.type.value) as InteractionType[];

/** The candidate's part of an item: stem and interaction. `[[g1]]` in the stem of an inline choice marks its gaps. */
export const itemBodySchema = z.object({ stem: localizedSchema, interaction: interactionSchema });
export type ItemBody = z.infer<typeof itemBodySchema>;

/**
 * The value of a response. By type: single choice → option id; true/false → "true" | "false"; multiple response → option ids;
 * text, numeric and extended text → what was typed; match → target id by source id; order → all option ids in order;
 * inline choice → option id by gap id. `null` clears the response.
 */
export const responseValueSchema = z.union([
  z.string().max(20_000),
  z.array(z.string().max(32)).max(26),
  z.record(z.string().max(32), z.string().max(32)),
  z.null(),
]);
export type ResponseValue = z.infer<typeof responseValueSchema>;
