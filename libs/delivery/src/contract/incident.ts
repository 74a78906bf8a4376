import { z } from 'zod';
import { ATTEMPT_STATUSES, SUBMITTERS } from './attempt';
import { INCIDENT_KINDS } from './incident-notice';

export const INCIDENT_STATES = ['proposed', 'approved', 'dismissed'] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];
/** `own-gap`: each gets back the own silence within the incident. `whole`: all of it, because contact says nothing about it (a fire alarm). */
export const INCIDENT_BASES = ['own-gap', 'whole'] as const;
export type IncidentBasis = (typeof INCIDENT_BASES)[number];
/** Whose fault a silence was. */
export const LOSS_CAUSES = ['platform', 'line', 'own'] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];
export const INCIDENT_OUTCOMES = ['extended', 'resit', 'handed-in', 'none'] as const;
export type IncidentOutcome = (typeof INCIDENT_OUTCOMES)[number];
/** `closed-meanwhile`: the old deadline closed the attempt before the incident was approved. */
export const RESIT_REASONS = ['outage-beyond-limit', 'closed-meanwhile', 'could-not-start'] as const;
export type ResitReason = (typeof RESIT_REASONS)[number];

export const incidentSchema = z
  .object({
    id: z.uuid(),
    sessionId: z.uuid(),
    kind: z.enum(INCIDENT_KINDS),
    basis: z.enum(INCIDENT_BASES),
    /** Null: the whole session. */
    seats: z.array(z.int()).nullable(),
    movesWindow: z.boolean(),
    beganAt: z.int(),
    /** Null while it lasts. */
    endedAt: z.int().nullable(),
    foundAt: z.int(),
    /** Who opened it by hand; null: found by the machine. */
    openedBy: z.string().nullable(),
    note: z.string(),
    state: z.enum(INCIDENT_STATES),
    decidedAt: z.int().nullable(),
    decidedBy: z.string().nullable(),
    decisionNote: z.string(),
    /** It lasted longer than the session's rules let it be made up for. */
    beyondLimit: z.boolean(),
    /** How many candidates had which outcome; those who were taken off the re-sit list are left out. */
    outcomes: z.object({ extended: z.int(), resit: z.int(), 'handed-in': z.int(), none: z.int() }),
    resitConfirmedAt: z.int().nullable(),
    resitConfirmedBy: z.string().nullable(),
  })
  .meta({ id: 'Incident' });
export type Incident = z.infer<typeof incidentSchema>;

export const incidentListSchema = z
  .object({
    rows: z.array(incidentSchema),
    outageLimitMinutes: z.int(),
    /** Candidates who lost contact alone: their own line, so that no incident follows. */
    ownLosses: z.int(),
    serverTime: z.int(),
  })
  .meta({ id: 'IncidentList' });
export type IncidentList = z.infer<typeof incidentListSchema>;

/** What an incident means for one candidate: computed while it is proposed, kept as it was when it was approved. */
export const affectedSchema = z
  .object({
    registrationId: z.uuid(),
    attemptId: z.uuid().nullable(),
    name: z.string(),
    seatNo: z.int(),
    ticketNo: z.string(),
    status: z.enum(['registered', ...ATTEMPT_STATUSES]),
    submittedBy: z.enum(SUBMITTERS).nullable(),
    /** The silence within the incident. */
    gapMs: z.int(),
    cause: z.enum(LOSS_CAUSES).nullable(),
    /** For how long the page says that it could not reach the server; null when it said nothing. */
    reportedMs: z.int().nullable(),
    browserOffline: z.boolean(),
    lostMs: z.int(),
    windowMs: z.int(),
    deadlineBefore: z.int().nullable(),
    deadlineAfter: z.int().nullable(),
    outcome: z.enum(INCIDENT_OUTCOMES),
    resitReason: z.enum(RESIT_REASONS).nullable(),
    /** Taken off the re-sit list by the person who confirmed it. */
    resitExcluded: z.boolean(),
  })
  .meta({ id: 'AffectedCandidate' });
export type Affected = z.infer<typeof affectedSchema>;
export const incidentDetailSchema = z
  .object({ incident: incidentSchema, affected: z.array(affectedSchema) })
  .meta({ id: 'IncidentDetail' });
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;

const note = z.string().trim().max(500);
const reason = note.min(1);
const moment = z.int().min(0).max(8_640_000_000_000_000);

/** An incident that a person opens: it has begun and ended already. */
export const openIncidentSchema = z
  .object({
    kind: z.enum(INCIDENT_KINDS),
    basis: z.enum(INCIDENT_BASES),
    beganAt: moment,
    endedAt: moment,
    seats: z.array(z.int().min(1).max(100_000)).min(1).max(10_000).nullable(),
    note: reason,
  })
  .meta({ id: 'OpenIncident' });
export type OpenIncidentInput = z.infer<typeof openIncidentSchema>;

/** Names the times that the manager has seen: an incident that has grown since is looked at again. */
export const approvalSchema = z
  .object({ beganAt: moment, endedAt: moment, note: note.default('') })
  .meta({ id: 'IncidentApproval' });
export type ApprovalInput = z.infer<typeof approvalSchema>;
export const dismissalSchema = z.object({ note: reason }).meta({ id: 'IncidentDismissal' });
export const resitConfirmationSchema = z
  .object({ excluded: z.array(z.uuid()).max(100_000), note: note.default('') })
  .meta({ id: 'ResitConfirmation' });
export type ResitConfirmationInput = z.infer<typeof resitConfirmationSchema>;

export const resitSchema = z
  .object({
    incidentId: z.uuid(),
    kind: z.enum(INCIDENT_KINDS),
    beganAt: z.int(),
    endedAt: z.int(),
    registrationId: z.uuid(),
    name: z.string(),
    seatNo: z.int(),
    ticketNo: z.string(),
    reason: z.enum(RESIT_REASONS),
    lostMs: z.int(),
    excluded: z.boolean(),
    /** Null while it is a draft. */
    confirmedAt: z.int().nullable(),
  })
  .meta({ id: 'Resit' });
export type Resit = z.infer<typeof resitSchema>;
export const resitListSchema = z.object({ rows: z.array(resitSchema) }).meta({ id: 'ResitList' });
