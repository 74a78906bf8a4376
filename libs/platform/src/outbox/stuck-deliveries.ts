import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Tx } from '../database/unit-of-work';
import { NotFound } from '../problems/platform-errors';

export interface StuckDelivery {
  outboxId: string;
  job: string;
  event: string;
  key: string;
  attempts: number;
  error: string;
  stuckAt: number;
}

/** The dead letters: deliveries that failed for good, for an administrator to see and send again. */
@Injectable()
export class StuckDeliveries {
  constructor(private readonly source: DataSource) {}

  async list(limit: number): Promise<StuckDelivery[]> {
    return this.source.query(
      `SELECT d.outbox_id::text AS "outboxId", d.job, o.event, o.key, d.attempts, d.last_error AS error,
              (extract(epoch FROM d.stuck_at) * 1000)::float8 AS "stuckAt"
         FROM platform.delivery d JOIN platform.outbox o ON o.id = d.outbox_id
        WHERE d.stuck_at IS NOT NULL ORDER BY d.stuck_at DESC LIMIT $1`,
      [limit],
    );
  }

  /** How many deliveries wait, and how many are stuck. */
  async counts(): Promise<{ open: number; stuck: number; oldestOpenSeconds: number }> {
    const [row] = await this.source.query<{ open: number; stuck: number; oldestOpenSeconds: number }[]>(
      `SELECT count(*) FILTER (WHERE stuck_at IS NULL)::int AS open, count(*) FILTER (WHERE stuck_at IS NOT NULL)::int AS stuck,
              coalesce(extract(epoch FROM clock_timestamp() - min(due_at) FILTER (WHERE stuck_at IS NULL)), 0)::float8 AS "oldestOpenSeconds"
         FROM platform.delivery WHERE done_at IS NULL`,
    );
    return row!;
  }

  /** Puts one dead letter back in the queue. Throws NotFound when it is not stuck. */
  async retry(tx: Tx, outboxId: string, job: string): Promise<void> {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE platform.delivery SET stuck_at = NULL, attempts = 0, enqueued_at = NULL, due_at = clock_timestamp()
        WHERE outbox_id = $1 AND job = $2 AND stuck_at IS NOT NULL`,
      [outboxId, job],
    );
    if (changed === 0) throw new NotFound();
  }
}
