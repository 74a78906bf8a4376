import { Injectable } from '@nestjs/common';
import type { DomainEvent } from '@hz/kernel';
import type { Tx } from '../database/unit-of-work';

/** Writes the intent to act in the transaction of the deed, so that neither exists without the other (P6). */
@Injectable()
export class Outbox {
  /** Repeating the same event for the same key changes nothing. */
  async publish(tx: Tx, ...events: DomainEvent[]): Promise<void> {
    if (events.length === 0) return;
    await tx.query(
      `INSERT INTO platform.outbox (event, key, payload)
       SELECT * FROM unnest($1::text[], $2::text[], $3::jsonb[])
       ON CONFLICT ON CONSTRAINT one_event_per_key DO NOTHING`,
      [events.map((e) => e.name), events.map((e) => e.key), events.map((e) => JSON.stringify(e.payload))],
    );
  }
}
