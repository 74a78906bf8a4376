import { z } from 'zod';

/** What an institution can hear of. */
export const WEBHOOK_EVENTS = [
  'certificate.issued',
  'certificate.suspended',
  'certificate.reinstated',
  'certificate.superseded',
  'certificate.revoked',
  'certificate.expired',
] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];
export const TEST_EVENT = 'webhook.test';

/** The body of a message: no word about a person, so that whoever reads it on the way learns a number at most. */
export interface WebhookBody {
  readonly type: WebhookEvent | typeof TEST_EVENT;
  /** When it happened, ISO 8601 in UTC. */
  readonly timestamp: string;
  readonly data: { readonly number?: string; readonly status?: string; readonly supersededBy?: string };
}

const events = z.array(z.enum(WEBHOOK_EVENTS)).min(1).max(WEBHOOK_EVENTS.length);
const description = z.string().trim().max(200);

export const createWebhookSchema = z
  .object({ url: z.string().min(1).max(2_000), description: description.default(''), events })
  .meta({ id: 'CreateWebhook' });
export type CreateWebhookInput = z.infer<typeof createWebhookSchema>;
export const changeWebhookSchema = z
  .object({ description: description.optional(), events: events.optional(), active: z.boolean().optional() })
  .meta({ id: 'ChangeWebhook' });
export type ChangeWebhookInput = z.infer<typeof changeWebhookSchema>;

const webhookShape = {
  id: z.uuid(),
  url: z.string(),
  description: z.string(),
  events: z.array(z.enum(WEBHOOK_EVENTS)),
  status: z.enum(['active', 'disabled']),
  /** `failing`: nothing was taken in for days. `gone`: the other side answered 410. */
  disabledReason: z.enum(['by-hand', 'failing', 'gone']).nullable(),
  /** Since when every attempt has failed; null while it goes well. */
  failingSince: z.int().nullable(),
  /** Until when the secret from before a rotation signs as well. */
  earlierSecretUntil: z.int().nullable(),
  createdAt: z.int(),
};
export const webhookSchema = z.object(webhookShape).meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof webhookSchema>;
export const webhookListSchema = z.object({ rows: z.array(webhookSchema) }).meta({ id: 'WebhookList' });
/** The secret is shown once, in the reply that made it. */
export const newWebhookSchema = z.object({ ...webhookShape, secret: z.string() }).meta({ id: 'NewWebhook' });
export type NewWebhookView = z.infer<typeof newWebhookSchema>;

export const deliverySchema = z
  .object({
    id: z.uuid(),
    messageId: z.string(),
    type: z.string(),
    body: z.string(),
    status: z.enum(['open', 'delivered', 'failed']),
    attempts: z.int(),
    dueAt: z.int().nullable(),
    createdAt: z.int(),
    log: z.array(
      z.object({
        at: z.int(),
        tookMs: z.int(),
        httpStatus: z.int().nullable(),
        error: z.string().nullable(),
        response: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryView = z.infer<typeof deliverySchema>;
