import { responseValueSchema } from '@hz/kernel';
import { z } from 'zod';
import { INTEGRITY_KINDS } from './attempt';

/** Why a save was refused and kept. */
export const REFUSAL_REASONS = [
  'not-started',
  'closed',
  'not-the-writer',
  'past-grace',
  'section-closed',
  'sequence-taken',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

/** What happened around an attempt, for a person who decides (P13): events of the room, and responses that came too late or from a stale tab. */
export const evidenceSchema = z
  .object({
    attemptId: z.uuid(),
    events: z.array(
      z.object({
        kind: z.enum(INTEGRITY_KINDS),
        durationMs: z.int(),
        details: z.record(z.string(), z.union([z.string(), z.number()])),
        receivedAt: z.int(),
      }),
    ),
    rejectedSaves: z.array(
      z.object({
        seq: z.int(),
        itemRef: z.string(),
        value: responseValueSchema,
        why: z.enum(REFUSAL_REASONS),
        receivedAt: z.int(),
      }),
    ),
  })
  .meta({ id: 'AttemptEvidence' });
export type AttemptEvidence = z.infer<typeof evidenceSchema>;
