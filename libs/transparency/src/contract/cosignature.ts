import { z } from 'zod';

/** A checkpoint of ours as a signed note, with the signature lines of one or more witnesses added. */
export const cosignedSchema = z
  .object({ checkpoint: z.string().min(1).max(20_000) })
  .meta({ id: 'CosignedCheckpoint' });
export type CosignedInput = z.infer<typeof cosignedSchema>;

export const cosignedResultSchema = z
  .object({ accepted: z.array(z.string()).meta({ description: 'Names of the witnesses whose signatures hold' }) })
  .meta({ id: 'CosignatureReceipt' });
