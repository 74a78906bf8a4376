import { z } from 'zod';

/** How far the certificates of an exam session are. */
export const cohortProgressSchema = z
  .object({ awarded: z.int(), issued: z.int(), printed: z.int() })
  .meta({ id: 'CertificateCohort' });
export type CohortProgress = z.infer<typeof cohortProgressSchema>;
