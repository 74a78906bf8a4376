import { z } from 'zod';

const minutes = z.int().min(1).max(1_440);

/** How candidates move through one section of the form, and how its time is counted. Sections that are not named are free and share the time. */
export const sectionRuleSchema = z
  .object({
    /** The section's id in the form. */
    id: z.string().regex(/^[a-z][\w-]{0,31}$/i),
    /** `one-way`: once left, it is closed for good. `free`: may be left and entered again among its free neighbours. */
    navigation: z.enum(['free', 'one-way']),
    /** `own`: has `minutes` of its own and is left for good when they are over. `shared`: draws on the time of the whole sitting. */
    time: z.enum(['own', 'shared']),
    minutes: minutes.optional(),
    /** Unused minutes go to the next section that has a time of its own. */
    carryOver: z.boolean().optional(),
    /** Not to be left before so many minutes. */
    minMinutes: minutes.optional(),
  })
  .meta({ id: 'SectionRule' });
export type SectionRule = z.infer<typeof sectionRuleSchema>;

/**
 * What the end of the window means. `hand-in-by-close`: nobody works past it. `start-by-close`: who has started works to the end of
 * the own limit. In both cases an accommodation moves the end along.
 */
export const WINDOW_POLICIES = ['hand-in-by-close', 'start-by-close'] as const;
export type WindowPolicy = (typeof WINDOW_POLICIES)[number];

/** The rules of a sitting. They are frozen when the session opens. */
export const sessionRulesSchema = z
  .object({
    durationMinutes: minutes,
    /** How long after the beginning of the window one may still start; null: until its end. */
    lateEntryMinutes: z.int().min(0).max(1_440).nullable(),
    /** Handing in is refused before so many minutes of one's own time. */
    earliestHandInMinutes: z.int().min(0).max(1_440),
    /** How long after the deadline responses that were given offline are still taken; they are flagged as late. */
    graceSeconds: z.int().min(0).max(3_600),
    shuffleItems: z.boolean(),
    shuffleChoices: z.boolean(),
    windowPolicy: z.enum(WINDOW_POLICIES),
    sections: z.array(sectionRuleSchema).max(20),
    /** An outage up to so long is made up for by more time; after a longer one those whom it hit sit again. Left out: `USUAL_OUTAGE_LIMIT`. */
    outageLimitMinutes: z.int().min(1).max(240).optional(),
  })
  .meta({ id: 'SessionRules' });
export type SessionRules = z.infer<typeof sessionRulesSchema>;

/** Minutes. Written exam rules in China say 30, 45 or 50. */
export const USUAL_OUTAGE_LIMIT = 45;

/** How long an outage may last, in minutes, before a re-sit takes the place of more time. */
export function outageLimitOf({ outageLimitMinutes }: Pick<SessionRules, 'outageLimitMinutes'>): number {
  return outageLimitMinutes ?? USUAL_OUTAGE_LIMIT;
}
