import { COMPONENT_CODES, localizedSchema } from '@hz/kernel';
import { z } from 'zod';
import { renewalRuleSchema } from './scheme-policy';

export const EDUCATION_STATUSES = ['waiting', 'approved', 'refused'] as const;
export type EducationStatus = (typeof EDUCATION_STATUSES)[number];

const day = z.iso.date();
const line = (max: number) => z.string().trim().min(2).max(max);

/** Continuing education as its holder hands it in. `evidence`: what proves it, in words; the link leads to a file that proves it. */
export const educationInputSchema = z
  .object({
    title: line(200),
    provider: line(200),
    hours: z.int().min(1).max(500),
    completedOn: day,
    evidence: z.string().trim().min(5).max(2_000),
    evidenceLink: z
      .url({ protocol: /^https$/ })
      .max(500)
      .nullable(),
  })
  .meta({ id: 'EducationInput' });
export type EducationInput = z.infer<typeof educationInputSchema>;

export const educationRecordSchema = educationInputSchema
  .extend({
    id: z.uuid(),
    status: z.enum(EDUCATION_STATUSES),
    handedInAt: z.int(),
    decidedAt: z.int().nullable(),
    decisionReason: z.string().nullable(),
    /** The certificate whose renewal it was counted for. */
    countedIn: z.string().nullable(),
  })
  .meta({ id: 'EducationRecord' });
export type EducationRecordView = z.infer<typeof educationRecordSchema>;

/** The same for who decides, with the holder's name and what it is about. */
export const educationCaseSchema = educationRecordSchema
  .extend({ holderName: z.string(), certification: localizedSchema, personId: z.uuid() })
  .meta({ id: 'EducationCase' });
export type EducationCase = z.infer<typeof educationCaseSchema>;
export const educationFilterSchema = z.object({ status: z.enum(EDUCATION_STATUSES).optional() });
export type EducationFilter = z.infer<typeof educationFilterSchema>;

/** A refusal says why; an approval may. */
export const educationDecisionSchema = z
  .object({ approve: z.boolean(), reason: z.string().trim().max(500).nullable() })
  .refine(({ approve, reason }) => approve || (reason ?? '').length >= 3, { path: ['reason'], message: 'say why' })
  .meta({ id: 'EducationDecision' });
export type EducationDecision = z.infer<typeof educationDecisionSchema>;

/** Why a registration cannot be renewed now. */
export const RENEWAL_OBSTACLES = ['not-in-force', 'too-early', 'too-late', 'hours', 'delta', 'in-the-making'] as const;
export type RenewalObstacle = (typeof RENEWAL_OBSTACLES)[number];

/** Where the renewal of one certificate stands, as its holder sees it. */
export const renewalViewSchema = z
  .object({
    number: z.string(),
    expiresAt: z.int().nullable(),
    opensAt: z.int(),
    closesAt: z.int(),
    /** The end of the registration if it were renewed now. */
    renewedUntil: z.int(),
    rule: renewalRuleSchema,
    hours: z.object({ wanted: z.int(), approved: z.int(), waiting: z.int(), missing: z.int() }),
    /** Continuing education counts from this day on. */
    countsFrom: day,
    delta: z.object({
      changed: z.array(z.object({ id: z.string(), name: localizedSchema, shown: z.boolean() })),
      components: z.array(z.object({ code: z.enum(COMPONENT_CODES), title: localizedSchema, passed: z.boolean() })),
    }),
    obstacles: z.array(z.enum(RENEWAL_OBSTACLES)),
    records: z.array(educationRecordSchema),
    /** The number that took its place by renewal. */
    renewedAs: z.string().nullable(),
  })
  .meta({ id: 'RenewalView' });
export type RenewalView = z.infer<typeof renewalViewSchema>;

export const renewedSchema = z.object({ number: z.string() }).meta({ id: 'RenewedCertificate' });

/** Days before the end of a registration on which its holder is reminded. */
export const REMINDER_DAYS = [90, 30, 7] as const;
