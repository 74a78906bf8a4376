import { defineEvent, LANGUAGES } from '@hz/kernel';
import { z } from 'zod';

export const MAIL_STATUSES = ['waiting', 'sent', 'kept'] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

/** A mail as the mailbox of a development installation shows it. */
export const mailViewSchema = z
  .object({
    id: z.uuid(),
    to: z.string(),
    language: z.enum(LANGUAGES),
    subject: z.string(),
    text: z.string(),
    status: z.enum(MAIL_STATUSES),
    createdAt: z.int(),
  })
  .meta({ id: 'MailView' });
export type MailView = z.infer<typeof mailViewSchema>;
export const mailboxSchema = z.object({ rows: z.array(mailViewSchema) }).meta({ id: 'Mailbox' });

/** A mail was written and must go out. */
export const mailQueued = defineEvent<{ mailId: string }>()('notification.mail-queued', ({ mailId }) => mailId);
