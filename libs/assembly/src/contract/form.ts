import {
  COMPONENT_CODES,
  ITEM_TYPES,
  itemBodySchema,
  localizedSchema,
  pointsSchema,
  type InteractionType,
} from '@hz/kernel';
import { z } from 'zod';

const ref = z.string().regex(/^i\d{2,3}$/);
const sectionHead = { id: z.string(), component: z.enum(COMPONENT_CODES), title: localizedSchema };

/**
 * A form as a candidate receives it. It holds stems and options and nothing else: no key, no skill, no code of the bank (P3). The
 * objects are strict, so that a field that slips in is an error and not a leak.
 */
export const candidateFormSchema = z
  .strictObject({
    formId: z.uuid(),
    title: localizedSchema,
    sections: z.array(
      z.strictObject({
        ...sectionHead,
        items: z.array(z.strictObject({ ref, points: pointsSchema, body: itemBodySchema })),
      }),
    ),
  })
  .meta({ id: 'CandidateForm' });
export type CandidateForm = z.infer<typeof candidateFormSchema>;

export const FORM_STATUSES = ['draft', 'published'] as const;
export type FormStatus = (typeof FORM_STATUSES)[number];
const itemType = z.enum(ITEM_TYPES as [InteractionType, ...InteractionType[]]);

const formHead = {
  id: z.uuid(),
  code: z.string(),
  blueprintId: z.uuid(),
  schemeVersionId: z.uuid(),
  status: z.enum(FORM_STATUSES),
  title: localizedSchema,
  points: pointsSchema,
  items: z.int(),
  contentHash: z.string(),
  createdAt: z.int(),
  publishedAt: z.int().nullable(),
};

export const formSummarySchema = z.object(formHead).meta({ id: 'FormSummary' });
export type FormSummary = z.infer<typeof formSummarySchema>;
export const formListSchema = z.object({ rows: z.array(formSummarySchema) }).meta({ id: 'FormList' });

/** What a form is made of, without its texts: for sessions, deadlines and reports. */
export const formOutlineSchema = formSummarySchema
  .extend({
    sections: z.array(
      z.object({
        ...sectionHead,
        points: pointsSchema,
        items: z.array(z.object({ ref, type: itemType, points: pointsSchema })),
      }),
    ),
  })
  .meta({ id: 'FormOutline' });
export type FormOutline = z.infer<typeof formOutlineSchema>;

/** A form for those who make exams: with skills and item versions, still without keys. */
export const formViewSchema = formSummarySchema
  .extend({
    seed: z.string(),
    sections: z.array(
      z.object({
        ...sectionHead,
        items: z.array(
          z.object({ ref, itemVersionId: z.uuid(), skillId: z.string(), points: pointsSchema, body: itemBodySchema }),
        ),
      }),
    ),
  })
  .meta({ id: 'FormView' });
export type FormView = z.infer<typeof formViewSchema>;

export const formFilterSchema = z.object({
  status: z.enum(FORM_STATUSES).optional(),
  schemeVersion: z.uuid().optional(),
  blueprint: z.uuid().optional(),
});
export type FormFilter = z.infer<typeof formFilterSchema>;

export const assembleFormSchema = z
  .object({
    /**
     * Decides between equally good forms; while the bank and the published forms stay as they are, the same seed gives the same items
     * again. Left out: a new one.
     */
    seed: z.string().min(1).max(80).optional(),
  })
  .meta({ id: 'AssembleForm' });
export type AssembleFormInput = z.infer<typeof assembleFormSchema>;

export const FORM_LIFE = { draft: ['published'], published: [] } as const;
