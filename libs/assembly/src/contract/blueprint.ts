import {
  COGNITIVE_LEVELS,
  COMPONENT_CODES,
  ITEM_TYPES,
  LEVELS,
  localizedSchema,
  type InteractionType,
} from '@hz/kernel';
import { z } from 'zod';

const itemType = z.enum(ITEM_TYPES as [InteractionType, ...InteractionType[]]);
const slug = z.string().regex(/^[a-z][a-z0-9-]{1,79}$/);

/** An exact amount, or a range with both or one of its ends. */
const amount = z.union([
  z.number().min(0).max(100_000),
  z
    .strictObject({ min: z.number().min(0).optional(), max: z.number().min(0).max(100_000).optional() })
    .refine(({ min, max }) => min !== undefined || max !== undefined, 'min or max is needed')
    .refine(({ min, max }) => min === undefined || max === undefined || min <= max, 'min is above max'),
]);
export type Amount = z.infer<typeof amount>;

const measures = { items: amount.optional(), points: amount.optional() };
const measured = (cell: { items?: unknown; points?: unknown }) => cell.items !== undefined || cell.points !== undefined;

/** One cell of the table of specifications (双向细目表): how much of a section must be of these skills, levels or types. */
const cellSchema = z
  .discriminatedUnion('by', [
    z.strictObject({ by: z.literal('skill'), of: z.array(slug).min(1), ...measures }),
    z.strictObject({ by: z.literal('level'), of: z.array(z.enum(LEVELS)).min(1), ...measures }),
    z.strictObject({ by: z.literal('cognitive'), of: z.array(z.enum(COGNITIVE_LEVELS)).min(1), ...measures }),
    z.strictObject({ by: z.literal('type'), of: z.array(itemType).min(1), ...measures }),
  ])
  .refine(measured, 'items or points are needed');
export type BlueprintCell = z.infer<typeof cellSchema>;

const sectionSchema = z
  .strictObject({
    id: z.string().regex(/^s\d{1,2}$/),
    component: z.enum(COMPONENT_CODES),
    title: localizedSchema,
    ...measures,
    /** Expected time of all items together, in seconds. */
    seconds: amount.optional(),
    /** Mean facility, weighted by points; 0 to 1, high is easy. */
    facility: amount.optional(),
    /** What may be taken at all; left out: everything. */
    types: z.array(itemType).min(1).optional(),
    levels: z.array(z.enum(LEVELS)).min(1).optional(),
    skills: z.array(slug).min(1).optional(),
    /** Codes of items that must not be taken. */
    exclude: z.array(slug).default([]),
    mix: z.array(cellSchema).default([]),
  })
  .refine(measured, 'items or points are needed');
export type BlueprintSection = z.infer<typeof sectionSchema>;

/** What a form must hold (考试大纲): sections, each with amounts and a mix. */
export const blueprintBodySchema = z
  .strictObject({
    title: localizedSchema,
    /** The bank whose exam items are taken. */
    bank: slug,
    sections: z.array(sectionSchema).min(1).max(12),
  })
  .refine(({ sections }) => new Set(sections.map(({ id }) => id)).size === sections.length, 'a section id stands twice')
  .meta({ id: 'BlueprintBody' });
export type BlueprintBody = z.infer<typeof blueprintBodySchema>;

export const BLUEPRINT_STATUSES = ['published', 'retired'] as const;

export const blueprintViewSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    version: z.int().min(1),
    schemeVersionId: z.uuid(),
    status: z.enum(BLUEPRINT_STATUSES),
    createdAt: z.int(),
    forms: z.int(),
    body: blueprintBodySchema,
  })
  .meta({ id: 'BlueprintView' });
export type BlueprintView = z.infer<typeof blueprintViewSchema>;
export const blueprintListSchema = z.object({ rows: z.array(blueprintViewSchema) }).meta({ id: 'BlueprintList' });

export const createBlueprintSchema = z
  .object({ code: slug, schemeVersionId: z.uuid(), body: blueprintBodySchema })
  .meta({ id: 'CreateBlueprint' });
export type CreateBlueprintInput = z.infer<typeof createBlueprintSchema>;
