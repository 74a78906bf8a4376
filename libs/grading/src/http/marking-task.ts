import { localizedSchema, pointsSchema } from '@hz/kernel';
import { rubricSchema } from '@hz/scoring/contract';
import { z } from 'zod';
import { markSchema } from '../contract';

/**
 * A script as its marker sees it: anonymous in the data and not only on the screen. Not in the contract: what candidates' pages
 * import must not know rubric, exemplar and rationale (P3).
 */
export const markingTaskSchema = z
  .strictObject({
    id: z.uuid(),
    scriptNo: z.string(),
    stem: localizedSchema,
    rubric: rubricSchema,
    exemplar: localizedSchema.nullable(),
    rationale: localizedSchema,
    response: z.string(),
    maxPoints: pointsSchema,
    version: z.int(),
    /** Until when the task is kept for the caller; null when the caller does not hold it. */
    claimedUntil: z.int().nullable(),
  })
  .meta({ id: 'MarkingTask' });

export const claimedTaskSchema = z.object({ task: markingTaskSchema.nullable() }).meta({ id: 'ClaimedMarkingTask' });

export const markedTaskSchema = z
  .object({ task: markingTaskSchema, mark: markSchema.nullable() })
  .meta({ id: 'MarkedTask' });
export const markedTasksSchema = z.object({ rows: z.array(markedTaskSchema) }).meta({ id: 'MarkedTasks' });
