import { COMPONENT_CODES, pointsSchema } from '@hz/kernel';
import type { ComponentCode, Points } from '@hz/kernel';
import { z } from 'zod';
import type { ResponseRule } from './response-rule';

/**
 * The version of the rules in this folder. It changes whenever an equal response to an equal key could give other points, and is
 * stored with every score, so that a result can be computed again (P5).
 */
export const SCORING_VERSION = '1';

export const VERDICTS = ['right', 'partly', 'wrong', 'unanswered', 'invalid', 'to-be-marked'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why an item has its points: for the score report and for appeals. `parts` says of each gap, source, option or pair whether it is right. */
export const outcomeDetailSchema = z.object({
  verdict: z.enum(VERDICTS),
  parts: z.record(z.string(), z.boolean()).optional(),
});
export type OutcomeDetail = z.infer<typeof outcomeDetailSchema>;

/** The points of one response. `points` is null exactly when a person must mark it. */
export const itemOutcomeSchema = z.object({
  points: pointsSchema.nullable(),
  maxPoints: pointsSchema,
  needsMarking: z.boolean(),
  detail: outcomeDetailSchema,
});
export type ItemOutcome = z.infer<typeof itemOutcomeSchema>;

/** One item of a form with its key, as far as scoring needs it. Assembly's key sheets have this shape. */
export interface ScorableItem {
  readonly ref: string;
  readonly component: ComponentCode;
  readonly skillId: string;
  readonly points: Points;
  readonly rule: ResponseRule;
}

export interface ScorableForm {
  readonly items: readonly ScorableItem[];
}

const share = {
  gained: pointsSchema,
  possible: pointsSchema,
  /** `gained` of `possible` on a scale of 100, two places. */
  percent: pointsSchema,
  /** Items that still wait for a marker; their points are not in `gained` but are in `possible`. */
  pending: z.int().min(0),
};

export const componentTotalSchema = z.object({ component: z.enum(COMPONENT_CODES), ...share });
export type ComponentTotal = z.infer<typeof componentTotalSchema>;

export const skillTotalSchema = z.object({ skillId: z.string(), items: z.int().min(1), ...share });
export type SkillTotal = z.infer<typeof skillTotalSchema>;

/** The points of an attempt by component and by skill. Components stand in the order of COMPONENT_CODES, skills by id. */
export const profileSchema = z.object({
  total: z.object(share),
  components: z.array(componentTotalSchema),
  skills: z.array(skillTotalSchema),
});
export type Profile = z.infer<typeof profileSchema>;

export interface FormOutcome {
  readonly scoringVersion: string;
  readonly items: readonly (ItemOutcome & { readonly ref: string })[];
  readonly profile: Profile;
}
