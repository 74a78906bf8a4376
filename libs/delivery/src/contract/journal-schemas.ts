import { responseValueSchema } from '@hz/kernel';
import { z } from 'zod';
import { MAX_LINKS } from './journal-limit';

/** A moment of this century; whatever is further away is no time at which anything was written. */
const moment = z.int().min(0).max(4_102_444_800_000);
const LONGEST_MS = 10_000_000_000;

/**
 * A server's word about time: at `at` the attempt existed, and `lastSeq` was the highest number that was saved of it. `mac` is
 * HMAC-SHA-256 of `beaconText` under a key that never leaves the server, so that what holds a beacon was written after it.
 */
export const beaconSchema = z
  .object({ at: moment, lastSeq: z.int().min(0), mac: z.string().regex(/^[0-9a-f]{64}$/) })
  .meta({ id: 'TimeBeacon' });
export type TimeBeacon = z.infer<typeof beaconSchema>;

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * Links of a journal in their order. `head` is the hash of the last one, from which all before it can be checked. Of several links under
 * one number only the last carries its value.
 */
export const journalPartSchema = z
  .object({
    /** The hash before the first link: what lay before it was acknowledged and removed. */
    previous: z.union([hash, z.literal('')]),
    head: hash,
    beacons: z.array(beaconSchema).max(MAX_LINKS),
    links: z
      .array(
        z.object({
          seq: z.int().min(1).max(1_000_000),
          itemRef: z.string().regex(/^i\d{2,3}$/),
          digest: hash,
          value: responseValueSchema.optional(),
          at: moment,
          leaseNo: z.int(),
          /** Place among `beacons`; null while there was none. */
          beacon: z.int().min(0).nullable(),
          sinceMs: z.int().min(-LONGEST_MS).max(LONGEST_MS).nullable(),
        }),
      )
      .min(1)
      .max(MAX_LINKS),
  })
  .meta({ id: 'JournalPart' });
export type JournalPart = z.infer<typeof journalPartSchema>;
