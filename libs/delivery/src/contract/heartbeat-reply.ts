import type { z } from 'zod';
import { attemptViewSchema } from './attempt';
import { beaconSchema } from './journal-schemas';
import { responseFileKeySchema } from './response-file-schemas';

/** What an attempt's page is told at each beat. */
export const heartbeatReplySchema = attemptViewSchema
  .extend({
    /** To be woven into the journal of the device; null when nothing may be written. */
    beacon: beaconSchema.nullable(),
    /** To which a response file is encrypted, should it come to that. */
    fileKey: responseFileKeySchema,
  })
  .meta({ id: 'HeartbeatReply' });
export type HeartbeatReply = z.infer<typeof heartbeatReplySchema>;
