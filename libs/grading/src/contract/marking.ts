import { localizedSchema, pointsSchema } from '@hz/kernel';
import { z } from 'zod';

/**
 * The open responses to one item in one session, over all its forms. Counts hold only what the caller may mark: nobody marks oneself
 * or a candidate of the own institution.
 */
export const markingQueueSchema = z
  .object({
    sessionId: z.uuid(),
    sessionTitle: localizedSchema,
    itemVersionId: z.uuid(),
    stem: localizedSchema,
    maxPoints: pointsSchema,
    /** Free to be claimed now. */
    waiting: z.int(),
    /** Held by other markers. */
    claimed: z.int(),
    marked: z.int(),
    /** Marked by the caller. */
    mine: z.int(),
    /** The caller has one open here and gets it again. */
    holding: z.boolean(),
  })
  .meta({ id: 'MarkingQueue' });
export type MarkingQueue = z.infer<typeof markingQueueSchema>;
export const markingQueuesSchema = z.object({ rows: z.array(markingQueueSchema) }).meta({ id: 'MarkingQueues' });

/** Points by criterion of the rubric; each must be those of one of its levels. */
const marks = z.record(z.string().max(32), pointsSchema);
const version = z.int().min(1);

export const markTaskSchema = z
  .object({
    /** The version of the task on which the marks are based. */
    version,
    marks,
    comment: z.string().trim().max(2_000).default(''),
  })
  .meta({ id: 'MarkTask' });
export type MarkTaskInput = z.infer<typeof markTaskSchema>;

export const taskVersionSchema = z.object({ version }).meta({ id: 'MarkingTaskVersion' });

export const SKIP_REASONS = ['illegible', 'know-the-author', 'unsure-about-rubric', 'other'] as const;
export const skipTaskSchema = z
  .object({ version, reason: z.enum(SKIP_REASONS), note: z.string().trim().max(500).default('') })
  .meta({ id: 'SkipMarkingTask' });
export type SkipTaskInput = z.infer<typeof skipTaskSchema>;

/** Something about a script that the exam manager should look at; it goes on being marked. */
export const FLAG_REASONS = ['names-the-author', 'copied', 'threat-or-distress', 'item-unclear', 'other'] as const;
export const flagTaskSchema = z
  .object({ reason: z.enum(FLAG_REASONS), note: z.string().trim().max(500).default('') })
  .meta({ id: 'FlagMarkingTask' });
export type FlagTaskInput = z.infer<typeof flagTaskSchema>;

/** What was given. `mine`: by the caller, who may change it while the session is not released. */
export const markSchema = z
  .object({ marks, comment: z.string(), points: pointsSchema, mine: z.boolean(), mayChange: z.boolean() })
  .meta({ id: 'Mark' });
export type Mark = z.infer<typeof markSchema>;
