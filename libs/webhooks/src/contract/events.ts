import { defineEvent, type Instant, type PersonId } from '@hz/kernel';

/** A webhook was switched off because nothing was taken in for days, or the other side said that it is gone. */
export const webhookDisabled = defineEvent<{ id: string; createdBy: PersonId | null; url: string; at: Instant }>()(
  'webhooks.webhook-disabled',
  ({ id, at }) => `${id}@${at}`,
);
