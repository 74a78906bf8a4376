import {
  COGNITIVE_LEVELS,
  ITEM_TYPES,
  itemBodySchema,
  LEVELS,
  localizedSchema,
  pointsSchema,
  POOLS,
  type InteractionType,
} from '@hz/kernel';
import { z } from 'zod';

export const ITEM_STATUSES = ['live', 'retired'] as const;
export const VERSION_STATUSES = ['draft', 'published', 'retired'] as const;
const itemType = z.enum(ITEM_TYPES as [InteractionType, ...InteractionType[]]);

export const bankViewSchema = z
  .object({
    id: z.string(),
    name: localizedSchema,
    items: z.int(),
    byPool: z.record(z.enum(POOLS), z.int()),
  })
  .meta({ id: 'BankView' });
export type BankView = z.infer<typeof bankViewSchema>;

/** A row of the list of items: what it is about, without its key. */
export const itemSummarySchema = z
  .object({
    id: z.uuid(),
    versionId: z.uuid(),
    version: z.int().min(1),
    code: z.string(),
    bankId: z.string(),
    pool: z.enum(POOLS),
    status: z.enum(ITEM_STATUSES),
    type: itemType,
    skillId: z.string(),
    level: z.enum(LEVELS),
    cognitive: z.enum(COGNITIVE_LEVELS),
    /** Expected share of points gained, 0 to 1; high is easy. */
    facility: z.string(),
    points: pointsSchema,
    seconds: z.int(),
    stem: localizedSchema,
  })
  .meta({ id: 'ItemSummary' });
export type ItemSummary = z.infer<typeof itemSummarySchema>;

/** An item without its key; authors and reviewers get the key beside it. */
export const itemWithBodySchema = itemSummarySchema.extend({
  body: itemBodySchema,
  source: localizedSchema,
  publishedAt: z.int().nullable(),
  versions: z.array(z.object({ id: z.uuid(), version: z.int(), status: z.enum(VERSION_STATUSES) })),
});
export type ItemWithBody = z.infer<typeof itemWithBodySchema>;

export const itemFilterSchema = z.object({
  bank: z.string().max(80).optional(),
  skill: z.string().max(80).optional(),
  level: z.enum(LEVELS).optional(),
  type: itemType.optional(),
  pool: z.enum(POOLS).optional(),
  search: z.string().max(200).optional(),
});
export type ItemFilter = z.infer<typeof itemFilterSchema>;
