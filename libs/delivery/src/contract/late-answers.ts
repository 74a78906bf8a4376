import { responseValueSchema } from '@hz/kernel';
import { z } from 'zod';
import { REFUSAL_REASONS } from './evidence';
import { CLAIM_REASONS, CLAIM_VERDICTS, OFFLINE_SOURCES } from './offline-answers';

/** Of an offline answer, or `s` and a number of a save that was refused. */
export const lateAnswerIdSchema = z.string().regex(/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|s\d{1,15})$/);
export const LATE_REASONS = [...new Set([...CLAIM_REASONS, ...REFUSAL_REASONS])] as const;
export type LateReason = (typeof LATE_REASONS)[number];

/** An answer that came after the end, or that was refused: with all that is known of when it was given, for a person to decide. */
export const lateAnswerSchema = z
  .object({
    id: z.string(),
    attemptId: z.uuid(),
    registrationId: z.uuid(),
    seatNo: z.int(),
    name: z.string(),
    itemRef: z.string(),
    seq: z.int(),
    value: responseValueSchema,
    /** save: it came as any save does, without a claim. */
    source: z.enum([...OFFLINE_SOURCES, 'save']),
    /** The server's beacon after which it was given; null where it names none that is genuine. */
    notBefore: z.int().nullable(),
    claimedAt: z.int().nullable(),
    receivedAt: z.int(),
    /** The end that it was held to. */
    endsAt: z.int().nullable(),
    verdict: z.enum(CLAIM_VERDICTS),
    why: z.enum(LATE_REASONS).nullable(),
    /** What counts of this item at present. */
    saved: z.object({ value: responseValueSchema, savedAt: z.int() }).nullable(),
    /** Whether the attempt is handed in: before that nothing is decided, because the page may still save. */
    isClosed: z.boolean(),
    decision: z.object({ accepted: z.boolean(), reason: z.string(), by: z.string(), at: z.int() }).nullable(),
  })
  .meta({ id: 'LateAnswer' });
export type LateAnswer = z.infer<typeof lateAnswerSchema>;
export const lateAnswersSchema = z
  .object({
    rows: z.array(lateAnswerSchema),
    /** Whether there are more than are listed. */
    isCut: z.boolean(),
    isReleased: z.boolean(),
  })
  .meta({ id: 'LateAnswers' });
export type LateAnswers = z.infer<typeof lateAnswersSchema>;

export const answerDecisionSchema = z
  .object({ accept: z.boolean(), reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'AnswerDecision' });
export type AnswerDecisionInput = z.infer<typeof answerDecisionSchema>;

/**
 * What was accepted after the hand-in, signed as the receipt is: the receipt itself never changes. `hash` is SHA-256 of the canonical JSON
 * of `{ attemptId, receiptHash, answers }`; the signature covers these and the hash.
 */
export const additionsSchema = z
  .object({
    attemptId: z.uuid(),
    /** Of the receipt that this adds to. */
    receiptHash: z.string(),
    answers: z.array(z.object({ itemRef: z.string(), seq: z.int(), value: responseValueSchema, acceptedAt: z.int() })),
    hash: z.string(),
    signature: z.string(),
    publicKey: z.string(),
  })
  .meta({ id: 'ReceiptAdditions' });
export type ReceiptAdditions = z.infer<typeof additionsSchema>;
export const receiptAdditionsSchema = z
  .object({
    additions: additionsSchema.nullable(),
    /** Answers that a person has decided not to accept. */
    declined: z.int(),
    /** Answers that still wait for a person. */
    waiting: z.int(),
  })
  .meta({ id: 'ReceiptAdditionsReply' });
export type AfterTheHandIn = z.infer<typeof receiptAdditionsSchema>;
