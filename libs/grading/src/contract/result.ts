import { COMPONENT_CODES, LEVELS, localizedSchema, pointsSchema } from '@hz/kernel';
import { z } from 'zod';

/**
 * `passed`: every component of the scheme was sat and passed. `failed`: one that was sat was not passed. `incomplete`: all that were
 * sat were passed, but the form had no items for another one, which is still to come.
 */
export const RESULT_OUTCOMES = ['passed', 'failed', 'incomplete'] as const;
export type ResultOutcome = (typeof RESULT_OUTCOMES)[number];

export const RESULT_STATUSES = ['provisional', 'final', 'superseded'] as const;
export type ResultStatus = (typeof RESULT_STATUSES)[number];

/** Points of the components of the scheme. `percent` is the total of 100 after the weights, cut off after two places. */
export const resultTotalSchema = z.object({ gained: pointsSchema, possible: pointsSchema, percent: pointsSchema });

/**
 * One component that was sat. `score` is on the scale `outOf`, on which `passMark` lies, `percent` on one of 100; both are cut off
 * after two places, never rounded up, so that what is shown cannot look like a pass that it is not. The verdict is exact.
 */
export const componentResultSchema = z.object({
  code: z.enum(COMPONENT_CODES),
  gained: pointsSchema,
  possible: pointsSchema,
  percent: pointsSchema,
  score: pointsSchema,
  outOf: pointsSchema,
  passMark: pointsSchema,
  weight: z.int(),
  passed: z.boolean(),
});
export type ComponentResult = z.infer<typeof componentResultSchema>;

export const skillResultSchema = z.object({
  skillId: z.string(),
  gained: pointsSchema,
  possible: pointsSchema,
  percent: pointsSchema,
  items: z.int(),
});
export type SkillResult = z.infer<typeof skillResultSchema>;

/** What a result consists of: everything that follows from points and scheme. */
export const resultBodySchema = z.object({
  total: resultTotalSchema,
  outcome: z.enum(RESULT_OUTCOMES),
  components: z.array(componentResultSchema),
  /** Components of the scheme for which the form had no items. */
  missing: z.array(z.enum(COMPONENT_CODES)),
  skills: z.array(skillResultSchema),
});
export type ResultBody = z.infer<typeof resultBodySchema>;

/** A released result as its candidate sees it. */
export const resultViewSchema = resultBodySchema
  .extend({
    id: z.uuid(),
    registrationId: z.uuid(),
    passed: z.boolean(),
    releasedAt: z.int(),
    session: z.object({ id: z.uuid(), code: z.string(), title: localizedSchema, opensAt: z.int() }),
    scheme: z.object({
      versionId: z.uuid(),
      roleId: z.string(),
      level: z.enum(LEVELS),
      title: localizedSchema,
      /** Of all components, the missing ones too. */
      components: z.array(z.object({ code: z.enum(COMPONENT_CODES), title: localizedSchema })),
    }),
  })
  .meta({ id: 'ResultView' });
export type ResultView = z.infer<typeof resultViewSchema>;

export const myResultsSchema = z.object({ rows: z.array(resultViewSchema) }).meta({ id: 'MyResults' });
