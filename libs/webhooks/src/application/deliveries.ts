import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, instant, toIso, type Principal } from '@hz/kernel';
import { decodeCursor, encodeCursor, newId, randomToken, UnitOfWork, type Page } from '@hz/platform';
import { TEST_EVENT, WebhookDeliveryNotFound, WebhookNotFound, type DeliveryView, type WebhookBody } from '../contract';
import { DeliveryRepository } from '../persistence/delivery.repository';
import { EndpointRepository } from '../persistence/endpoint.repository';
import { institutionFor } from './webhooks';

/** What went to a webhook and what came of it, for the institution; and what it can send by hand. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws WebhookNotFound. */
  async page(
    who: Principal,
    id: string,
    query: { limit: number; cursor?: string | undefined },
  ): Promise<Page<DeliveryView>> {
    if ((await this.endpoints.one(institutionFor(who), id)) === null) throw new WebhookNotFound();
    const after = decodeCursor(query.cursor);
    const before = after === null ? null : { at: Number(after[0]), id: String(after[1]) };
    const found = await this.deliveries.page(id, before, query.limit + 1);
    const rows = found.slice(0, query.limit);
    const last = found.length > query.limit ? rows.at(-1) : undefined;
    return { rows, nextCursor: last ? encodeCursor([last.createdAt, last.id]) : null, total: null };
  }

  /** Sends a test message to one webhook, as any other is sent. Throws WebhookNotFound. */
  async test(who: Principal, endpointId: string): Promise<DeliveryView> {
    const institutionId = institutionFor(who);
    const at = this.clock.now();
    const message = newMessageId();
    const body: WebhookBody = { type: TEST_EVENT, timestamp: toIso(at), data: {} };
    const id = newId();
    await this.uow.run(async (tx) => {
      if ((await this.endpoints.lock(tx, institutionId, endpointId)) === null) throw new WebhookNotFound();
      const row = { id: message, institutionId, type: TEST_EVENT, dedupeKey: message, body: JSON.stringify(body) };
      await this.deliveries.addMessage(tx, row, at);
      await this.deliveries.addDelivery(tx, id, message, endpointId, at);
      await this.audit.record(tx, who, 'webhooks.webhook-tested', { type: 'webhook', id: endpointId });
    });
    return (await this.deliveries.one(id))!;
  }

  /** Sends a message again under the same id, whatever became of it before. Throws WebhookDeliveryNotFound. */
  async again(who: Principal, id: string): Promise<DeliveryView> {
    await this.uow.run(async (tx) => {
      const reopened = await this.deliveries.reopen(tx, institutionFor(who), id, instant(this.clock.now()));
      if (!reopened) throw new WebhookDeliveryNotFound();
      await this.audit.record(tx, who, 'webhooks.message-sent-again', { type: 'webhook-delivery', id });
    });
    return (await this.deliveries.one(id))!;
  }
}

/** An id for the header `webhook-id`: the same at each attempt, so that a receiver can tell a repeat. */
export const newMessageId = (): string => `msg_${randomToken(18)}`;
