import { z } from 'zod';

/**
 * Where a fault lies: in the record of the certificate, in one of the forms in which it is given out (as JSON, as token), in what is
 * published for verifiers, in the printed file, in the transparency log, or in the statements about it since its issue.
 */
export const RECHECK_PARTS = ['record', 'form', 'token', 'publication', 'pdf', 'log', 'statement'] as const;
export type RecheckPart = (typeof RECHECK_PARTS)[number];

/** What the re-check itself finds; where a stranger's verifier finds the fault, its own code is kept. */
export const RECHECK_CODES = [
  'number-wrong',
  'record-altered',
  'not-released',
  'form-missing',
  'form-differs',
  'publication-missing',
  'publication-differs',
  'status-differs',
  'still-counts',
  'pdf-missing',
  'pdf-differs',
  'not-logged',
  'logged-differently',
  'log-damaged',
  'without-certificate',
  'unreadable',
] as const;
export type RecheckCode = (typeof RECHECK_CODES)[number];

export const recheckRunSchema = z
  .object({
    id: z.uuid(),
    begunAt: z.int(),
    /** Whether somebody asked for it; else it is the one of the night. */
    asked: z.boolean(),
    /** Certificates examined so far, and how many there were in all when this was read. */
    examined: z.int(),
    certificates: z.int(),
    faults: z.int(),
    finishedAt: z.int().nullable(),
  })
  .meta({ id: 'RecheckRun' });
export type RecheckRunView = z.infer<typeof recheckRunSchema>;

export const recheckFaultSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    part: z.enum(RECHECK_PARTS),
    /** Which form or statement; empty where there is but one. */
    subject: z.string(),
    /** A code of `RECHECK_CODES`, or one of the verifier's. */
    code: z.string(),
    firstSeenAt: z.int(),
    lastSeenAt: z.int(),
    /** Since when it is no longer there; null while it is open. */
    mendedAt: z.int().nullable(),
  })
  .meta({ id: 'RecheckFault' });
export type RecheckFaultView = z.infer<typeof recheckFaultSchema>;

export const recheckFaultFilterSchema = z.object({
  search: z.string().trim().max(60).optional(),
  mended: z.enum(['yes', 'no']).optional(),
});
export type RecheckFaultFilter = z.infer<typeof recheckFaultFilterSchema>;

/** The newest runs, newest first, and how many faults are open. */
export const recheckOverviewSchema = z
  .object({ openFaults: z.int(), runs: z.array(recheckRunSchema) })
  .meta({ id: 'RecheckOverview' });
export type RecheckOverview = z.infer<typeof recheckOverviewSchema>;
