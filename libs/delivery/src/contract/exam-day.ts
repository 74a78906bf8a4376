import { z } from 'zod';
import { REFUSAL_REASONS } from './evidence';
import { affectedSchema, incidentSchema, resitSchema } from './incident';
import { INCIDENT_KINDS } from './incident-notice';

/** What everybody may know of an exam day: counts alone, no names. */
export const platformStatusSchema = z
  .object({
    serverTime: z.int(),
    /** Since when the platform has been there without a break; null: since before anything is known. */
    upSince: z.int().nullable(),
    running: z.int(),
    laterToday: z.int(),
    endedToday: z.int(),
    candidatesAtWork: z.int(),
    incidents: z.array(
      z.object({
        kind: z.enum(INCIDENT_KINDS),
        beganAt: z.int(),
        endedAt: z.int(),
        extended: z.int(),
        resits: z.int(),
      }),
    ),
  })
  .meta({ id: 'PlatformStatus' });
export type PlatformStatus = z.infer<typeof platformStatusSchema>;

/** A sitting afterwards, for those who answer for it. */
export const sessionReportSchema = z
  .object({
    sessionId: z.uuid(),
    serverTime: z.int(),
    registered: z.int(),
    prepared: z.int(),
    started: z.int(),
    submittedByCandidate: z.int(),
    submittedByWorker: z.int(),
    saves: z.int(),
    /** Responses that arrived between deadline and grace, and of how many candidates. */
    lateResponses: z.int(),
    lateCandidates: z.int(),
    /** Answers that do not count by themselves: undecided, and what a person decided. */
    lateAnswers: z.object({ waiting: z.int(), accepted: z.int(), refused: z.int() }),
    rejectedSaves: z.array(z.object({ why: z.enum(REFUSAL_REASONS), count: z.int(), candidates: z.int() })),
    ownLosses: z.int(),
    compensatedMs: z.int(),
    incidents: z.array(z.object({ incident: incidentSchema, affected: z.array(affectedSchema) })),
    resits: z.array(resitSchema),
  })
  .meta({ id: 'SessionReport' });
export type SessionReport = z.infer<typeof sessionReportSchema>;
