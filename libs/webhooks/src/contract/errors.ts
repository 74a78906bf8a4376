import { problem } from '@hz/kernel';

export class WebhookNotFound extends problem('webhooks.webhook-not-found', 'not-found') {}
export class WebhookDeliveryNotFound extends problem('webhooks.delivery-not-found', 'not-found') {}
/** The address is not https, carries a password, or leads to a network of our own. */
export class WebhookAddressRefused extends problem('webhooks.address-refused', 'invalid') {}
export class TooManyWebhooks extends problem('webhooks.too-many', 'conflict') {}
