import { localizedSchema } from '@hz/kernel';
import { responseRuleSchema, rubricSchema } from '@hz/scoring/contract';
import { z } from 'zod';
import { itemWithBodySchema } from '../contract';

/** The key as authors and reviewers see it. Not in the contract: what candidates' pages import must not know it (P3). */
const itemKeySchema = z
  .object({
    rule: responseRuleSchema,
    rationale: localizedSchema,
    optionRationales: z.record(z.string(), localizedSchema),
    rubric: rubricSchema.optional(),
    exemplar: localizedSchema.optional(),
  })
  .meta({ id: 'ItemKey' });

export const itemDetailSchema = itemWithBodySchema.extend({ key: itemKeySchema }).meta({ id: 'ItemDetail' });
