import { Injectable } from '@nestjs/common';
import { People } from '@hz/identity';
import { Clock, toIso, type Instant, type PersonId } from '@hz/kernel';
import { newId, UnitOfWork } from '@hz/platform';
import { Interests } from '@hz/verification';
import type { WebhookBody, WebhookEvent } from '../contract';
import { DeliveryRepository } from '../persistence/delivery.repository';
import { EndpointRepository } from '../persistence/endpoint.repository';
import { newMessageId } from './deliveries';

export interface Change {
  readonly type: WebhookEvent;
  readonly number: string;
  readonly status: string;
  readonly personId: PersonId;
  readonly supersededBy?: string;
  /** When it happened, where the event says so. */
  readonly at?: Instant;
  /** Tells one change from another. */
  readonly key: string;
}

/**
 * Writes what institutions are to hear of a change: those that asked about the certificate within a year, and the holder's own. Hearing of
 * the same change again writes nothing.
 */
@Injectable()
export class AnnounceChange {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly interests: Interests,
    private readonly people: People,
    private readonly endpoints: EndpointRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
  ) {}

  async run({ type, number, status, personId, supersededBy, at, key }: Change): Promise<void> {
    const own = (await this.people.cards([personId])).get(personId)?.institutionId ?? null;
    const institutions = new Set([...(await this.interests.of(number)), ...(own === null ? [] : [own])]);
    const now = this.clock.now();
    const data = { number, status, ...(supersededBy !== undefined && { supersededBy }) };
    const body = JSON.stringify({ type, timestamp: toIso(at ?? now), data } satisfies WebhookBody);
    for (const institutionId of institutions) {
      await this.uow.run(async (tx) => {
        const listening = await this.endpoints.listening(tx, institutionId, type);
        if (listening.length === 0) return;
        const message = { id: newMessageId(), institutionId, type, dedupeKey: `${type}:${key}`, body };
        if (!(await this.deliveries.addMessage(tx, message, now))) return;
        for (const id of listening) await this.deliveries.addDelivery(tx, newId(), message.id, id, now);
      });
    }
  }
}
