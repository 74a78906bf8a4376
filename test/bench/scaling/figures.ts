import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const source = z.strictObject({ command: z.string(), date: z.iso.date(), machine: z.string(), commit: z.string() });
const assumption = z.strictObject({ value: z.number().positive(), unit: z.string(), why: z.string() });

export const OPERATIONS = ['start', 'save', 'heartbeat', 'handIn'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One measurement in a closed loop: so many connections, each with one call under way. Times are processor time per call. */
const point = z.strictObject({
  operation: z.enum(OPERATIONS),
  connections: z.int().positive(),
  tripsPerCall: z.number().positive(),
  apiMs: z.number().nonnegative(),
  postgresMs: z.number().nonnegative(),
  driverMs: z.number().nonnegative(),
  walBytes: z.number().nonnegative(),
  othersCores: z.number().nonnegative(),
  /** What a flush of the log took meanwhile, as PostgreSQL saw it. */
  syncMs: z.number().positive(),
  perSecond: z.number().positive(),
  p50Ms: z.number().positive(),
  p95Ms: z.number().positive(),
});

/** Times from the first try of a call to its answer, in ms. */
const times = z.strictObject({ p50Ms: z.number().positive(), p95Ms: z.number().positive() });

/** One round of `npm run bench:exam-day`. */
const round = z.strictObject({
  candidates: z.int().positive(),
  thinkSeconds: z.number().nonnegative(),
  startsWithinSeconds: z.number().nonnegative(),
  answers: z.int().positive(),
  heartbeats: z.int().nonnegative(),
  othersCores: z.number().nonnegative(),
  measured: z.strictObject({ start: times, save: times, handIn: times }),
});

export const figuresSchema = z.strictObject({
  loop: z.strictObject({
    source,
    syncMs: z.number().positive(),
    cores: z.int().positive(),
    points: z.array(point).min(8),
  }),
  examDay: z.strictObject({ source, rounds: z.array(round).min(1) }),
  storage: z.strictObject({
    source,
    logBytesPerSave: z.number().positive(),
    walBytesPerCandidate: z.number().positive(),
    tableBytesPerCandidate: z.number().positive(),
  }),
  assumptions: z.strictObject({
    answerEverySeconds: assumption,
    heartbeatEverySeconds: assumption,
    examHours: assumption,
    startsWithinSeconds: assumption,
    handInShareOfLastMinute: assumption,
    savesInLastMinute: assumption,
    busyShare: assumption,
    syncMs: assumption,
    networkMs: assumption,
    sessionCandidates: assumption,
    othersBurstMs: assumption,
  }),
});

export type Figures = z.infer<typeof figuresSchema>;
export type Point = z.infer<typeof point>;
export type Round = z.infer<typeof round>;

/** Throws with what is missing or wrong. */
export function readFigures(file = join(__dirname, 'figures.json')): Figures {
  return figuresSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}
