import { LANGUAGES, localizedSchema, responseValueSchema } from '@hz/kernel';
import { sessionRulesSchema } from '@hz/registration/contract';
import { z } from 'zod';
import { incidentNoticeSchema } from './incident-notice';
import { pageKeySchema, paperKeysSchema, paperRefSchema } from './paper-keys';

export const ATTEMPT_STATUSES = ['prepared', 'started', 'submitted'] as const;
export type AttemptStatus = (typeof ATTEMPT_STATUSES)[number];
export const SUBMITTERS = ['candidate', 'worker'] as const;
export type Submitter = (typeof SUBMITTERS)[number];

/** Where a candidate stands among the sections of the form. */
export const sectionStateSchema = z
  .object({
    /** Sections that may be answered now. */
    open: z.array(z.string()),
    /** Sections that are closed for good. */
    closed: z.array(z.string()),
    enteredAt: z.int(),
    /** When the open section's own time ends; null while the time is that of the whole sitting. */
    endsAt: z.int().nullable(),
    /** Unused time that goes to the next section with a time of its own. */
    carriedMs: z.int(),
  })
  .meta({ id: 'SectionState' });
export type SectionState = z.infer<typeof sectionStateSchema>;

/** An attempt as its candidate sees it. All moments are the server's (P4). */
export const attemptViewSchema = z
  .object({
    id: z.uuid(),
    sessionId: z.uuid(),
    registrationId: z.uuid(),
    status: z.enum(ATTEMPT_STATUSES),
    language: z.enum(LANGUAGES),
    title: localizedSchema,
    serverTime: z.int(),
    opensAt: z.int(),
    /** The last moment at which one may start; null: until the window ends. */
    latestStartAt: z.int().nullable(),
    closesAt: z.int(),
    /** Working time in ms, with what the person is granted. */
    workingMs: z.int(),
    rules: sessionRulesSchema,
    startedAt: z.int().nullable(),
    deadlineAt: z.int().nullable(),
    graceEndsAt: z.int().nullable(),
    earliestHandInAt: z.int().nullable(),
    sections: sectionStateSchema.nullable(),
    /** Number of the newest lease: a page that holds an older one, or none, knows that another page writes. 0 before the start. */
    leaseNo: z.int(),
    /** The sealed paper, to be fetched before the start; null once the attempt is handed in. */
    paper: paperRefSchema.nullable(),
    submittedAt: z.int().nullable(),
    submittedBy: z.enum(SUBMITTERS).nullable(),
    /** What approved incidents have changed, oldest first. */
    incidents: z.array(incidentNoticeSchema),
  })
  .meta({ id: 'AttemptView' });
export type AttemptView = z.infer<typeof attemptViewSchema>;
export const attemptListSchema = z.object({ rows: z.array(attemptViewSchema) }).meta({ id: 'AttemptList' });

/**
 * The right to write, held by one page at a time. `macKey` proves that an acknowledgement comes from the server. A page that asks twice,
 * naming itself by `pageId`, gets the same lease; for any other one it rotates.
 */
export const leaseSchema = z
  .object({ leaseId: z.uuid(), leaseNo: z.int(), macKey: z.string() })
  .meta({ id: 'WriterLease' });
export type WriterLease = z.infer<typeof leaseSchema>;

/** Made anew by each page that loads, and kept in memory alone: a copied tab has another one. */
const pageId = z.uuid().optional();
/** To whom the paper's keys are sent. Left out: none are. */
const pageKey = pageKeySchema.optional();
export interface PageIdentity {
  readonly pageId?: string | undefined;
  readonly pageKey?: string | undefined;
}
export const startSchema = z.object({ pledge: z.literal(true), pageId, pageKey }).meta({ id: 'StartAttempt' });
export type StartInput = z.infer<typeof startSchema>;
export const takeOverSchema = z.object({ pageId, pageKey }).meta({ id: 'TakeOverAttempt' });
export const startedSchema = z
  .object({
    attempt: attemptViewSchema,
    lease: leaseSchema,
    /** `orderedForm` puts the paper in this attempt's order by it. */
    seed: z.string(),
    /** Of the sections that are entered. */
    paperKeys: paperKeysSchema.nullable(),
  })
  .meta({ id: 'StartedAttempt' });
export type StartedAttempt = z.infer<typeof startedSchema>;

export const saveSchema = z
  .object({
    leaseId: z.uuid(),
    saves: z
      .array(
        z.object({
          /** Counted by the client, from 1, one higher for each change in the attempt. */
          seq: z.int().min(1).max(1_000_000),
          itemRef: z.string().regex(/^i\d{2,3}$/),
          value: responseValueSchema,
        }),
      )
      .min(1)
      .max(200),
  })
  .meta({ id: 'SaveResponses' });
export type SaveInput = z.infer<typeof saveSchema>;
export type Save = SaveInput['saves'][number];

/**
 * A save that is durable. `mac` is HMAC-SHA-256 under the lease's key of `attemptId:seq:SHA-256(canonical JSON of value)`, in hexadecimal
 * (`isAcknowledged` checks it). `count` is the number that the candidate sees ("saved 14:03:22, no. 57"); sequences are counted without
 * gaps from 1, so that it is the number under which log and receipt name the same save.
 */
export const ackSchema = z
  .object({ seq: z.int(), savedAt: z.int(), count: z.int(), late: z.boolean(), mac: z.string() })
  .meta({ id: 'SaveAck' });
export type SaveAck = z.infer<typeof ackSchema>;
export const savedSchema = z.object({ acks: z.array(ackSchema), serverTime: z.int() }).meta({ id: 'SavedResponses' });
export type SavedResponses = z.infer<typeof savedSchema>;

/** What a page needs to go on after a crash or on another device. */
export const resumeSchema = z
  .object({
    responses: z.array(z.object({ itemRef: z.string(), seq: z.int(), value: responseValueSchema, savedAt: z.int() })),
    lastSeq: z.int(),
    flags: z.array(z.string()),
  })
  .meta({ id: 'AttemptResponses' });
export type Resume = z.infer<typeof resumeSchema>;

export const flagsSchema = z
  .object({ flags: z.array(z.string().regex(/^i\d{2,3}$/)).max(300) })
  .meta({ id: 'AttemptFlags' });
export const enterSectionSchema = z
  .object({ leaseId: z.uuid(), sectionId: z.string().max(32), pageKey })
  .meta({ id: 'EnterSection' });
export type EnterSectionInput = z.infer<typeof enterSectionSchema>;
export const enteredSchema = z
  .object({ attempt: attemptViewSchema, paperKeys: paperKeysSchema.nullable() })
  .meta({ id: 'EnteredSection' });
export type EnteredSection = z.infer<typeof enteredSchema>;
export const submitSchema = z.object({ leaseId: z.uuid() }).meta({ id: 'SubmitAttempt' });

/** Proof of what was handed in (P1): `hash` is SHA-256 of the canonical JSON of `{ attemptId, responses }`, responses by item ref. */
export const receiptSchema = z
  .object({
    attemptId: z.uuid(),
    sessionId: z.uuid(),
    submittedAt: z.int(),
    submittedBy: z.enum(SUBMITTERS),
    responses: z.array(z.object({ itemRef: z.string(), seq: z.int(), value: responseValueSchema })),
    hash: z.string(),
    /** Ed25519 over the canonical JSON of the receipt without `signature` and `publicKey`; both base64url. */
    signature: z.string(),
    publicKey: z.string(),
  })
  .meta({ id: 'Receipt' });
export type Receipt = z.infer<typeof receiptSchema>;

export const INTEGRITY_KINDS = [
  'left-window',
  'pasted',
  'copied',
  'offline',
  'second-tab',
  'left-full-screen',
] as const;
export type IntegrityKind = (typeof INTEGRITY_KINDS)[number];
export const integrityEventsSchema = z
  .object({
    events: z
      .array(
        z.object({
          kind: z.enum(INTEGRITY_KINDS),
          durationMs: z.int().min(0).max(86_400_000),
          details: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])).default({}),
        }),
      )
      .min(1)
      .max(50),
  })
  .meta({ id: 'IntegrityEvents' });
export type IntegrityEvents = z.infer<typeof integrityEventsSchema>;

export const serverTimeSchema = z.object({ serverTime: z.int() }).meta({ id: 'ServerTime' });

/** A line of the invigilator's list. Evidence is counted, not judged (P13). */
export const liveAttemptSchema = z
  .object({
    attemptId: z.uuid(),
    registrationId: z.uuid(),
    name: z.string(),
    seatNo: z.int(),
    status: z.enum(ATTEMPT_STATUSES),
    startedAt: z.int().nullable(),
    deadlineAt: z.int().nullable(),
    submittedAt: z.int().nullable(),
    submittedBy: z.enum(SUBMITTERS).nullable(),
    saves: z.int(),
    lastSavedAt: z.int().nullable(),
    evidence: z.record(z.string(), z.int()),
  })
  .meta({ id: 'LiveAttempt' });
export type LiveAttempt = z.infer<typeof liveAttemptSchema>;
export const liveAttemptsSchema = z
  .object({ rows: z.array(liveAttemptSchema), serverTime: z.int() })
  .meta({ id: 'LiveAttempts' });
