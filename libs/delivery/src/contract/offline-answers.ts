import { z } from 'zod';
import { ackSchema } from './attempt';

/** Why a person must decide about an answer. */
export const CLAIM_DOUBTS = [
  'past-grace',
  'closed',
  'not-the-writer',
  'section-closed',
  'no-beacon',
  'sequence-taken',
] as const;
export type ClaimDoubt = (typeof CLAIM_DOUBTS)[number];

/** How what an answer says of itself contradicts itself or what is known. */
export const CLAIM_REFUSALS = [
  'chain-broken',
  'beacon-forged',
  'before-beacon',
  'numbered-before-beacon',
  'after-receipt',
  'given-after-end',
] as const;
export type ClaimRefusal = (typeof CLAIM_REFUSALS)[number];
export const CLAIM_REASONS = [...CLAIM_DOUBTS, ...CLAIM_REFUSALS] as const;
export type ClaimReason = ClaimDoubt | ClaimRefusal;
export const CLAIM_VERDICTS = ['counts', 'decide', 'refused'] as const;
export type ClaimVerdictKind = (typeof CLAIM_VERDICTS)[number];
export const OFFLINE_SOURCES = ['page', 'file'] as const;
export type OfflineSource = (typeof OFFLINE_SOURCES)[number];

/** What became of one answer. `there`: it was saved or kept before. */
export const claimOutcomeSchema = z
  .object({
    seq: z.int(),
    itemRef: z.string(),
    outcome: z.enum(['there', ...CLAIM_VERDICTS]),
    why: z.enum(CLAIM_REASONS).nullable(),
    /** As of any other save, where the answer is in the log under its number. */
    ack: ackSchema.nullable(),
  })
  .meta({ id: 'ClaimOutcome' });
export type ClaimOutcome = z.infer<typeof claimOutcomeSchema>;
export const claimOutcomesSchema = z
  .object({
    outcomes: z.array(claimOutcomeSchema),
    serverTime: z.int(),
    /** HMAC-SHA-256 under the lease's key of `keptText`, in hexadecimal. */
    mac: z.string(),
  })
  .meta({ id: 'ClaimOutcomes' });
export type ClaimOutcomes = z.infer<typeof claimOutcomesSchema>;
