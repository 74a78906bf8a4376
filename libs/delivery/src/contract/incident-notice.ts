import { z } from 'zod';

/** `platform`: we were not there. `line`: the common line of many was broken. `room`: something in the room, told by a person. */
export const INCIDENT_KINDS = ['platform', 'line', 'room'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

/** What a page tells at each beat; the server's own clock measures, this only explains. */
export const heartbeatSchema = z
  .object({
    /** Only the page that writes speaks for the attempt. */
    leaseId: z.uuid(),
    /** For how long the page could not reach the server before this beat, by its monotonic counter, in ms; 0: it could. */
    lostForMs: z.int().min(0).max(86_400_000),
    /** Whether the browser itself said meanwhile that it was offline. */
    browserOffline: z.boolean(),
  })
  .meta({ id: 'Heartbeat' });
export type HeartbeatInput = z.infer<typeof heartbeatSchema>;

/** What a candidate is told: why the time was extended, or that there will be another sitting. */
export const incidentNoticeSchema = z
  .object({
    incidentId: z.uuid(),
    kind: z.enum(INCIDENT_KINDS),
    beganAt: z.int(),
    endedAt: z.int(),
    outcome: z.enum(['extended', 'resit']),
    /** By how much the deadline was moved, in ms. */
    addedMs: z.int(),
  })
  .meta({ id: 'IncidentNotice' });
export type IncidentNotice = z.infer<typeof incidentNoticeSchema>;
