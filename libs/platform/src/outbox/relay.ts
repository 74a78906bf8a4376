import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config';
import { JobRegistry } from '../queue/job-registry';
import { Queues, type JobOrder } from '../queue/queues';
import { TestSwitches } from '../test-switches';

const BATCH = 500;

interface OpenDelivery {
  outbox_id: string;
  job: string;
  generation: number;
}

/** Turns outbox rows into queue jobs. Everything follows from rows: what the queue forgets is enqueued again, without an upper age (P6). */
@Injectable()
export class OutboxRelay {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'outboxPatienceSeconds'>,
    private readonly source: DataSource,
    private readonly registry: JobRegistry,
    private readonly queues: Queues,
    private readonly switches: TestSwitches,
  ) {}

  /** One round. Returns how many deliveries went to the queue. */
  async round(): Promise<number> {
    await this.fanOut();
    this.switches.crashPoint('platform.relay.after-fan-out');
    return this.enqueueDue();
  }

  /** Makes one delivery for each listener of each new event, and marks the event dispatched, in one statement. */
  private async fanOut(): Promise<void> {
    const pairs = this.registry.listeners();
    await this.source.query(
      `WITH fresh AS (
         SELECT id, event FROM platform.outbox WHERE dispatched_at IS NULL ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED
       ), made AS (
         INSERT INTO platform.delivery (outbox_id, job)
         SELECT fresh.id, listener.job FROM fresh
         JOIN unnest($1::text[], $2::text[]) AS listener (event, job) ON listener.event = fresh.event
         ON CONFLICT DO NOTHING
       )
       UPDATE platform.outbox SET dispatched_at = clock_timestamp() WHERE id IN (SELECT id FROM fresh)`,
      [pairs.map((pair) => pair.event), pairs.map((pair) => pair.job), BATCH],
    );
  }

  private async enqueueDue(): Promise<number> {
    const due = await this.source.query<[OpenDelivery[], number]>(
      `UPDATE platform.delivery d
          SET enqueued_at = clock_timestamp(), generation = d.generation + 1
         FROM (SELECT outbox_id, job FROM platform.delivery
                WHERE done_at IS NULL AND stuck_at IS NULL AND due_at <= clock_timestamp()
                  AND (enqueued_at IS NULL OR enqueued_at < clock_timestamp() - make_interval(secs => $2))
                ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED) AS open
        WHERE d.outbox_id = open.outbox_id AND d.job = open.job
        RETURNING d.outbox_id, d.job, d.generation`,
      [BATCH, this.config.outboxPatienceSeconds],
    );
    const orders = due[0].map((row) => ({ job: row.job, outboxId: row.outbox_id, generation: row.generation }));
    if (orders.length > 0) this.switches.crashPoint('platform.relay.before-enqueue');
    const untaken = await this.queues.add(orders);
    if (orders.length > 0) this.switches.crashPoint('platform.relay.after-enqueue');
    await this.giveBack(untaken);
    return orders.length - untaken.length;
  }

  /** The queue was away: the rows are due again at once instead of after a minute. */
  private async giveBack(orders: readonly JobOrder[]): Promise<void> {
    if (orders.length === 0) return;
    await this.source.query(
      `UPDATE platform.delivery d SET enqueued_at = NULL
         FROM unnest($1::bigint[], $2::text[]) AS back (outbox_id, job)
        WHERE d.outbox_id = back.outbox_id AND d.job = back.job AND d.done_at IS NULL`,
      [orders.map((order) => order.outboxId), orders.map((order) => order.job)],
    );
  }
}
