import type { Transport } from './transport';
import type { Schema } from './types';

const HEADERS = { 'content-type': 'application/json' };
const PATH = '/api/v1/webhooks';

/** Where the platform tells of changes. */
export class Webhooks {
  constructor(private readonly transport: Transport) {}

  async list(): Promise<Schema<'Webhook'>[]> {
    return (await this.transport.json<Schema<'WebhookList'>>({ method: 'GET', path: PATH })).rows;
  }

  /** The secret is in this reply and never again. */
  create(wanted: Schema<'CreateWebhook'>): Promise<Schema<'NewWebhook'>> {
    return this.transport.json({ method: 'POST', path: PATH, body: JSON.stringify(wanted), headers: HEADERS });
  }

  change(id: string, wanted: Schema<'ChangeWebhook'>): Promise<Schema<'Webhook'>> {
    const body = JSON.stringify(wanted);
    return this.transport.json({ method: 'PATCH', path: `${PATH}/${id}`, body, headers: HEADERS, repeatable: true });
  }

  /** A new secret; the earlier one signs too for a day. */
  rotateSecret(id: string): Promise<Schema<'NewWebhook'>> {
    return this.transport.json({ method: 'POST', path: `${PATH}/${id}/secret-rotation` });
  }

  test(id: string): Promise<Schema<'WebhookDelivery'>> {
    return this.transport.json({ method: 'POST', path: `${PATH}/${id}/test` });
  }

  deliveries(id: string, cursor?: string): Promise<Schema<'WebhookDeliveryPage'>> {
    return this.transport.json({ method: 'GET', path: `${PATH}/${id}/deliveries`, query: { cursor } });
  }

  redeliver(deliveryId: string): Promise<Schema<'WebhookDelivery'>> {
    return this.transport.json({ method: 'POST', path: `/api/v1/webhook-deliveries/${deliveryId}/redelivery` });
  }

  async remove(id: string): Promise<void> {
    await this.transport.send({ method: 'DELETE', path: `${PATH}/${id}`, repeatable: true });
  }
}
