import { z } from 'zod';

/** One line of the trail as an auditor reads it. `no` is null until the entry is sealed into the chain. */
export const auditEntryView = z
  .object({
    id: z.string(),
    no: z.int().nullable(),
    at: z.int(),
    actor: z.string(),
    action: z.string(),
    objectType: z.string(),
    objectId: z.string(),
    details: z.record(z.string(), z.unknown()),
    hash: z.string().nullable(),
  })
  .meta({ id: 'AuditEntryView' });
export type AuditEntryView = z.infer<typeof auditEntryView>;
