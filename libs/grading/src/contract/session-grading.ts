import { COMPONENT_CODES, localizedSchema, pointsSchema } from '@hz/kernel';
import { z } from 'zod';
import { FLAG_REASONS } from './marking';

/** What stands between a session and its release; all zero when nothing does. */
export const releaseBlockersSchema = z.object({
  /** Attempts that have started and are not handed in. */
  running: z.int(),
  /** Submissions that the machine has not scored. */
  unscored: z.int(),
  /** Open responses that wait for a marker. */
  toMark: z.int(),
  /** Marked attempts whose result is being computed. */
  unsettled: z.int(),
});
export type ReleaseBlockers = z.infer<typeof releaseBlockersSchema>;

/** How far grading has come, for the exam manager. Names no candidate. */
export const sessionGradingSchema = z
  .object({
    sessionId: z.uuid(),
    status: z.string(),
    releasedAt: z.int().nullable(),
    attempts: z.object({ prepared: z.int(), started: z.int(), submitted: z.int() }),
    scored: z.int(),
    settled: z.int(),
    marking: z.object({ tasks: z.int(), waiting: z.int(), claimed: z.int(), marked: z.int() }),
    items: z.array(
      z.object({
        itemVersionId: z.uuid(),
        stem: localizedSchema,
        maxPoints: pointsSchema,
        waiting: z.int(),
        claimed: z.int(),
        marked: z.int(),
        skips: z.int(),
        /** Mean points of what is marked; null before the first. */
        mean: pointsSchema.nullable(),
      }),
    ),
    flags: z.array(
      z.object({
        scriptNo: z.string(),
        itemVersionId: z.uuid(),
        reason: z.enum(FLAG_REASONS),
        note: z.string(),
        flaggedAt: z.int(),
      }),
    ),
    outcomes: z.object({ passed: z.int(), failed: z.int(), incomplete: z.int() }),
    components: z.array(z.object({ code: z.enum(COMPONENT_CODES), passed: z.int(), failed: z.int() })),
    /** Settled results by total percent in steps of ten; the last step holds 100 too. */
    distribution: z.array(z.object({ from: z.int(), to: z.int(), results: z.int() })),
    blockers: releaseBlockersSchema,
    releasable: z.boolean(),
  })
  .meta({ id: 'SessionGrading' });
export type SessionGrading = z.infer<typeof sessionGradingSchema>;

export const releaseViewSchema = z
  .object({ sessionId: z.uuid(), releasedAt: z.int(), results: z.int(), passed: z.int() })
  .meta({ id: 'SessionRelease' });
export type ReleaseView = z.infer<typeof releaseViewSchema>;
