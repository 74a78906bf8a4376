import { LEVELS, type Instant, type Level } from '@hz/kernel';
import { z } from 'zod';

/** Steps of formal education, lowest first. `secondary` covers vocational and technical schools (中职、技工学校). */
export const EDUCATION_STEPS = ['secondary', 'junior-college', 'bachelor', 'master', 'doctor'] as const;
export type EducationStep = (typeof EDUCATION_STEPS)[number];

/** Who may register (申报条件), as a tree. All years are whole years up to the day of the registration. */
export type EligibilityRule =
  | { kind: 'open' }
  | { kind: 'all'; of: EligibilityRule[] }
  | { kind: 'any'; of: EligibilityRule[] }
  /** Years of work in this or a related occupation, all told. */
  | { kind: 'years-of-work'; atLeast: number }
  /** A certificate of this role (or of a related one when `role` is 'related') and level or higher, held for so many years. */
  | { kind: 'certificate'; role: string; level: Level; yearsSince: number }
  /** Education of this step or higher; `related`: in this or a related subject; `finalYear`: students about to graduate count. */
  | { kind: 'education'; atLeast: EducationStep; related: boolean; finalYear: boolean };

const years = z.int().min(0).max(60);
export const eligibilityRuleSchema: z.ZodType<EligibilityRule> = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('open') }),
    z.object({ kind: z.literal('all'), of: z.array(z.lazy(() => eligibilityRuleSchema)).min(1) }),
    z.object({ kind: z.literal('any'), of: z.array(z.lazy(() => eligibilityRuleSchema)).min(1) }),
    z.object({ kind: z.literal('years-of-work'), atLeast: years }),
    z.object({ kind: z.literal('certificate'), role: z.string().min(1), level: z.enum(LEVELS), yearsSince: years }),
    z.object({
      kind: z.literal('education'),
      atLeast: z.enum(EDUCATION_STEPS),
      related: z.boolean(),
      finalYear: z.boolean(),
    }),
  ])
  .meta({ id: 'EligibilityRule' });

/** What a candidate states about herself when registering, under pledge. */
export const eligibilityClaimsSchema = z
  .object({
    /** Whole and half years of work in this or a related occupation. */
    yearsOfWork: z.number().min(0).max(60).default(0),
    education: z
      .object({ step: z.enum(EDUCATION_STEPS), related: z.boolean(), finalYear: z.boolean().default(false) })
      .nullable()
      .default(null),
    certificates: z
      .array(
        z.object({
          role: z.string().min(1).max(80),
          level: z.enum(LEVELS),
          /** Calendar day, `YYYY-MM-DD`. */
          issuedOn: z.iso.date(),
          number: z.string().max(60).optional(),
        }),
      )
      .max(20)
      .default([]),
  })
  .meta({ id: 'EligibilityClaims' });
export type EligibilityClaims = z.infer<typeof eligibilityClaimsSchema>;

/** A rule with its verdict, in the same tree: which condition was met and which was not. */
export interface EligibilityVerdict {
  readonly met: boolean;
  readonly rule: EligibilityRule;
  readonly of?: readonly EligibilityVerdict[];
}

/**
 * Whether the claims meet the rule at the moment `at`. The result names each condition, so that a refusal can be explained and the
 * decision kept with the registration. Calendar days are those of China (UTC+8).
 */
export function evaluateEligibility(rule: EligibilityRule, claims: EligibilityClaims, at: Instant): EligibilityVerdict {
  switch (rule.kind) {
    case 'open':
      return { met: true, rule };
    case 'all':
    case 'any': {
      const of = rule.of.map((part) => evaluateEligibility(part, claims, at));
      return { met: rule.kind === 'all' ? of.every(({ met }) => met) : of.some(({ met }) => met), rule, of };
    }
    case 'years-of-work':
      return { met: claims.yearsOfWork >= rule.atLeast, rule };
    case 'certificate':
      return { met: claims.certificates.some((held) => holds(held, rule, at)), rule };
    case 'education':
      return { met: claims.education !== null && isEducated(claims.education, rule), rule };
  }
}

type RuleOfKind<Kind extends EligibilityRule['kind']> = Extract<EligibilityRule, { kind: Kind }>;

function holds(held: EligibilityClaims['certificates'][number], rule: RuleOfKind<'certificate'>, at: Instant): boolean {
  const rightRole = rule.role === 'related' || held.role === rule.role;
  const highEnough = LEVELS.indexOf(held.level) >= LEVELS.indexOf(rule.level);
  return rightRole && highEnough && anniversary(held.issuedOn, rule.yearsSince) <= dayInChina(at);
}

function isEducated(claim: NonNullable<EligibilityClaims['education']>, rule: RuleOfKind<'education'>): boolean {
  const highEnough = EDUCATION_STEPS.indexOf(claim.step) >= EDUCATION_STEPS.indexOf(rule.atLeast);
  return highEnough && (claim.related || !rule.related) && (!claim.finalYear || rule.finalYear);
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in China, `YYYY-MM-DD`; compares like a text. */
function dayInChina(at: Instant): string {
  return new Date(at + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** The same day so many years later. 29 February stays as it is: as a text it lies between 28 February and 1 March, as it should. */
function anniversary(day: string, yearsLater: number): string {
  return String(Number(day.slice(0, 4)) + yearsLater).padStart(4, '0') + day.slice(4);
}
