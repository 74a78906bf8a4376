import { Injectable } from '@nestjs/common';
import { Clock, MS_PER_DAY, MS_PER_SECOND, plus } from '@hz/kernel';
import { Outbox, randomBelow, UnitOfWork } from '@hz/platform';
import { webhookDisabled } from '../contract';
import { outcomeOf } from '../domain/outcome';
import { DeliveryRepository, type Leased } from '../persistence/delivery.repository';
import { EndpointRepository, type EndpointRow } from '../persistence/endpoint.repository';
import type { OutsideReply } from './outside-call';
import { SignedPost } from './signed-post';

const AT_ONCE = 20;
/** Longer than any call may take, so that nobody sends what somebody else is sending. */
const LEASE_MS = 60 * MS_PER_SECOND;
const KEPT_DAYS = 30;

/** Sends what is due, and writes what came of it. What a crash left leased is due again when the lease is over (P6). */
@Injectable()
export class SendDue {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly deliveries: DeliveryRepository,
    private readonly endpoints: EndpointRepository,
    private readonly post: SignedPost,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Gives back how many were sent. */
  async run(): Promise<number> {
    const now = this.clock.now();
    const due = await this.deliveries.lease(now, plus(now, LEASE_MS), AT_ONCE);
    await Promise.all(due.map((delivery) => this.send(delivery)));
    return due.length;
  }

  async forgetOld(): Promise<void> {
    await this.deliveries.forgetBefore(plus(this.clock.now(), -KEPT_DAYS * MS_PER_DAY));
  }

  private async send(delivery: Leased): Promise<void> {
    const endpoint = await this.endpoints.byId(delivery.endpointId);
    if (endpoint === null) return;
    const reply = await this.post.run(endpoint, delivery);
    await this.record(endpoint, delivery, reply);
  }

  private async record(endpoint: EndpointRow, delivery: Leased, reply: OutsideReply): Promise<void> {
    const at = this.clock.now();
    const outcome = outcomeOf(reply, delivery.attempts + 1, randomBelow(1_001) / 1_000);
    await this.uow.run(async (tx) => {
      if (!(await this.deliveries.addAttempt(tx, delivery.id, { at, ...reply }))) return;
      const dueAt = outcome.status === 'open' ? plus(at, outcome.pauseMs) : null;
      await this.deliveries.setOutcome(tx, delivery.id, outcome.status, dueAt);
      if (outcome.status === 'delivered') return this.endpoints.wentWell(tx, endpoint.id);
      await this.endpoints.failed(tx, endpoint.id, at);
      if (outcome.status === 'open' || !(await this.endpoints.disable(tx, endpoint.id, outcome.disable))) return;
      const { id, createdBy, url } = endpoint;
      await this.outbox.publish(tx, webhookDisabled({ id, createdBy, url, at }));
    });
  }
}
