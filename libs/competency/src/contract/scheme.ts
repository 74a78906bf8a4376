import { addPoints, COMPONENT_CODES, comparePoints, LEVELS, localizedSchema, pointsSchema } from '@hz/kernel';
import { z } from 'zod';
import { eligibilityRuleSchema } from './eligibility';

const componentSchema = z.object({
  code: z.enum(COMPONENT_CODES),
  title: localizedSchema,
  /** Share of the total in percent; the weights of a scheme add up to 100. */
  weight: z.int().min(1).max(100),
  passMark: pointsSchema,
  /** The scale on which the component is reported, usually "100". */
  outOf: pointsSchema,
});
export type SchemeComponent = z.infer<typeof componentSchema>;

/** What must be passed for one certificate (认证方案), as one frozen document. */
export const schemeBodySchema = z
  .object({
    title: localizedSchema,
    components: z.array(componentSchema).min(1).max(3),
    eligibility: eligibilityRuleSchema,
    /** Sittings that one person has for this scheme version. */
    attemptsAllowed: z.int().min(1).max(20),
    /** Days between a failed sitting and the next one. */
    waitingDays: z.int().min(0).max(730),
    /** The achievement itself never expires; the registration of the certificate does. */
    achievement: z.literal('permanent'),
    registrationValidityMonths: z.int().min(1).max(600),
    feeNote: localizedSchema.optional(),
  })
  .superRefine((body, context) => {
    const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['components'], message });
    if (body.components.reduce((sum, { weight }) => sum + weight, 0) !== 100) refuse('the weights must add up to 100');
    if (new Set(body.components.map(({ code }) => code)).size < body.components.length)
      refuse('a component stands twice');
    for (const { code, passMark, outOf } of body.components) {
      if (comparePoints(passMark, outOf) > 0) refuse(`${code}: the pass mark is above the scale`);
      if (comparePoints(outOf, addPoints()) === 0) refuse(`${code}: the scale is empty`);
    }
  })
  .meta({ id: 'SchemeBody' });
export type SchemeBody = z.infer<typeof schemeBodySchema>;

export const SCHEME_STATUSES = ['draft', 'published', 'retired'] as const;
export type SchemeStatus = (typeof SCHEME_STATUSES)[number];

/** A published version of a scheme. `id` is the scheme's own id and stays when a new version comes. */
export const schemeViewSchema = z
  .object({
    id: z.uuid(),
    versionId: z.uuid(),
    version: z.int().min(1),
    code: z.string(),
    roleId: z.string(),
    roleName: localizedSchema,
    level: z.enum(LEVELS),
    status: z.enum(SCHEME_STATUSES),
    publishedAt: z.int().nullable(),
    body: schemeBodySchema,
  })
  .meta({ id: 'SchemeView' });
export type SchemeView = z.infer<typeof schemeViewSchema>;

export const schemeListSchema = z.object({ rows: z.array(schemeViewSchema) }).meta({ id: 'SchemeList' });

export const schemeFilterSchema = z.object({ role: z.string().max(80).optional(), level: z.enum(LEVELS).optional() });
export type SchemeFilter = z.infer<typeof schemeFilterSchema>;

/** Where the life of a scheme version goes; a published one can only be retired (P5). */
export const SCHEME_LIFE = { draft: ['published'], published: ['retired'], retired: [] } as const;
