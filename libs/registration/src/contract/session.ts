import { localizedSchema } from '@hz/kernel';
import { z } from 'zod';
import { sessionRulesSchema } from './session-rules';

export const SESSION_STATUSES = ['draft', 'open', 'closed', 'released', 'cancelled'] as const;
export type SessionStatus = (typeof SESSION_STATUSES)[number];

/** Milliseconds since 1970 (UTC), like every moment in the API. */
const moment = z.int().min(0).max(8_640_000_000_000_000);
const title = z.object({ zh: localizedSchema.shape.zh.max(200), en: z.string().min(1).max(200).optional() });

const draftShape = {
  title,
  schemeVersionId: z.uuid(),
  /** One form, or several parallel ones that are dealt out by seat. */
  formIds: z.array(z.uuid()).max(10),
  opensAt: moment,
  closesAt: moment,
  registrationOpensAt: moment,
  registrationClosesAt: moment,
  capacity: z.int().min(1).max(100_000),
  rules: sessionRulesSchema,
};

/** A session as an exam manager plans it. */
export const sessionDraftSchema = z.object(draftShape).meta({ id: 'SessionDraft' });
export type SessionDraft = z.infer<typeof sessionDraftSchema>;

/** A change of a session that is still a draft; what is left out stays. */
export const sessionChangeSchema = z.object(draftShape).partial().meta({ id: 'SessionChange' });
export type SessionChange = z.infer<typeof sessionChangeSchema>;

/** Something about a session that is allowed and that its manager should know. */
export const SESSION_WARNINGS = [
  'accommodation-passes-window',
  'late-start-passes-window',
  'too-little-capacity',
] as const;
export const sessionWarningSchema = z
  .object({ code: z.enum(SESSION_WARNINGS), params: z.record(z.string(), z.union([z.string(), z.number()])) })
  .meta({ id: 'SessionWarning' });
export type SessionWarning = z.infer<typeof sessionWarningSchema>;

/** A session as everybody sees it; `formIds` and `warnings` are null for all but its managers. */
export const sessionViewSchema = z
  .object({
    id: z.uuid(),
    code: z.string(),
    title: localizedSchema,
    schemeVersionId: z.uuid(),
    status: z.enum(SESSION_STATUSES),
    opensAt: z.int(),
    closesAt: z.int(),
    registrationOpensAt: z.int(),
    registrationClosesAt: z.int(),
    capacity: z.int(),
    registered: z.int(),
    rules: sessionRulesSchema,
    releasedAt: z.int().nullable(),
    formIds: z.array(z.uuid()).nullable(),
    warnings: z.array(sessionWarningSchema).nullable(),
  })
  .meta({ id: 'SessionView' });
export type SessionView = z.infer<typeof sessionViewSchema>;

export const sessionFilterShape = {
  /** A scheme version. */
  scheme: z.uuid().optional(),
  status: z.enum(SESSION_STATUSES).optional(),
};

/** Closing before the window has ended needs `early`, so that it is never a slip. */
export const closingSchema = z.object({ early: z.boolean().default(false) }).meta({ id: 'SessionClosing' });
export const cancellationSchema = z
  .object({ reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'SessionCancellation' });
