import { z } from 'zod';

/** What a person is granted in every sitting (P12): extra working time in percent of the limit, and minutes of breaks on top. */
export const accommodationSchema = z
  .object({ extraTimePercent: z.int().min(0).max(300), breakMinutes: z.int().min(0).max(480) })
  .meta({ id: 'Accommodation' });
export type Accommodation = z.infer<typeof accommodationSchema>;

export const NO_ACCOMMODATION: Accommodation = { extraTimePercent: 0, breakMinutes: 0 };
