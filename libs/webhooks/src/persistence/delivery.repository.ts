import { Injectable } from '@nestjs/common';
import type { Instant, InstitutionId } from '@hz/kernel';
import { fromSqlTime, newId, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { DeliveryView } from '../contract';

export interface NewMessage {
  readonly id: string;
  readonly institutionId: InstitutionId;
  readonly type: string;
  readonly dedupeKey: string;
  readonly body: string;
}
/** A delivery that somebody has leased: nobody else sends it until the lease is over. */
export interface Leased {
  readonly id: string;
  readonly messageId: string;
  readonly endpointId: string;
  readonly body: string;
  readonly attempts: number;
}
export interface AttemptRow {
  readonly at: Instant;
  readonly tookMs: number;
  readonly httpStatus: number | null;
  readonly error: string | null;
  readonly response: string | null;
}
interface RawDelivery {
  id: string;
  message_id: string;
  type: string;
  body: string;
  status: DeliveryView['status'];
  attempts: number;
  due_at: Date | null;
  created_at: Date;
  log: (Omit<AttemptRow, 'at'> & { at: number })[];
}

@Injectable()
export class DeliveryRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** False when the institution was told of this change already. */
  async addMessage(tx: Tx, message: NewMessage, at: Instant): Promise<boolean> {
    const added = await tx.query<object[]>(
      `INSERT INTO webhooks.message (id, institution_id, type, dedupe_key, body, created_at) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT one_message_per_change DO NOTHING RETURNING id`,
      [message.id, message.institutionId, message.type, message.dedupeKey, message.body, sqlTime(at)],
    );
    return added.length > 0;
  }

  async addDelivery(tx: Tx, id: string, messageId: string, endpointId: string, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO webhooks.delivery (id, message_id, endpoint_id, status, attempts, due_at, created_at)
       VALUES ($1, $2, $3, 'open', 0, $4, $4)`,
      [id, messageId, endpointId, sqlTime(at)],
    );
  }

  /** Takes what is due, the longest due first, and puts off its being due until `until`. */
  async lease(at: Instant, until: Instant, limit: number): Promise<Leased[]> {
    return this.uow.run(async (tx) => {
      const [rows] = await tx.query<
        [{ id: string; message_id: string; endpoint_id: string; body: string; attempts: number }[], number]
      >(
        `UPDATE webhooks.delivery d SET due_at = $2
           FROM (SELECT d.id, m.body FROM webhooks.delivery d JOIN webhooks.message m ON m.id = d.message_id
                   JOIN webhooks.endpoint e ON e.id = d.endpoint_id AND e.status = 'active'
                  WHERE d.status = 'open' AND d.due_at <= $1 ORDER BY d.due_at LIMIT $3 FOR UPDATE OF d SKIP LOCKED) due
          WHERE d.id = due.id RETURNING d.id, d.message_id, d.endpoint_id, due.body, d.attempts`,
        [sqlTime(at), sqlTime(until), limit],
      );
      return rows.map((row) => ({
        id: row.id,
        messageId: row.message_id,
        endpointId: row.endpoint_id,
        body: row.body,
        attempts: row.attempts,
      }));
    });
  }

  /** Writes an attempt. False when the delivery is no longer open, or is gone. */
  async addAttempt(tx: Tx, id: string, row: AttemptRow): Promise<boolean> {
    const [open] = await tx.query<object[]>(
      `SELECT id FROM webhooks.delivery WHERE id = $1 AND status = 'open' FOR UPDATE`,
      [id],
    );
    if (open === undefined) return false;
    await tx.query(
      'INSERT INTO webhooks.attempt (id, delivery_id, at, took_ms, http_status, error, response) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [newId(), id, sqlTime(row.at), row.tookMs, row.httpStatus, row.error, row.response],
    );
    return true;
  }

  /** `dueAt` is the moment of the next attempt; null when there is none. */
  async setOutcome(tx: Tx, id: string, status: DeliveryView['status'], dueAt: Instant | null): Promise<void> {
    await tx.query('UPDATE webhooks.delivery SET status = $2, due_at = $3, attempts = attempts + 1 WHERE id = $1', [
      id,
      status,
      dueAt === null ? null : sqlTime(dueAt),
    ]);
  }

  /** Makes a delivery due again, with all attempts before it. False when it is none of this institution's. */
  async reopen(tx: Tx, institutionId: InstitutionId, id: string, at: Instant): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE webhooks.delivery d SET status = 'open', due_at = $3, attempts = 0
         FROM webhooks.endpoint e WHERE d.id = $1 AND e.id = d.endpoint_id AND e.institution_id = $2`,
      [id, institutionId, sqlTime(at)],
    );
    return changed === 1;
  }

  async page(endpointId: string, before: { at: number; id: string } | null, limit: number): Promise<DeliveryView[]> {
    return this.views(
      `d.endpoint_id = $1 AND ($2::timestamptz IS NULL OR (d.created_at, d.id) < ($2, $3::uuid))`,
      [endpointId, before === null ? null : new Date(before.at), before?.id ?? null, limit],
      'LIMIT $4',
    );
  }

  async one(id: string): Promise<DeliveryView | null> {
    return (await this.views('d.id = $1', [id], ''))[0] ?? null;
  }

  private async views(where: string, params: unknown[], limit: string): Promise<DeliveryView[]> {
    const rows = await this.uow.read.query<RawDelivery[]>(
      `SELECT d.id, d.message_id, m.type, m.body, d.status, d.attempts, d.due_at, d.created_at,
              coalesce((SELECT json_agg(json_build_object('at', (extract(epoch FROM a.at) * 1000)::float8, 'tookMs', a.took_ms,
                        'httpStatus', a.http_status, 'error', a.error, 'response', a.response) ORDER BY a.at)
                         FROM webhooks.attempt a WHERE a.delivery_id = d.id), '[]') AS log
         FROM webhooks.delivery d JOIN webhooks.message m ON m.id = d.message_id
        WHERE ${where} ORDER BY d.created_at DESC, d.id DESC ${limit}`,
      params,
    );
    return rows.map((row) => ({
      id: row.id,
      messageId: row.message_id,
      type: row.type,
      body: row.body,
      status: row.status,
      attempts: row.attempts,
      dueAt: fromSqlTime(row.due_at),
      createdAt: fromSqlTime(row.created_at),
      log: row.log.map(({ at, tookMs, httpStatus, error, response }) => ({
        at: Math.round(at),
        tookMs,
        httpStatus,
        error,
        response,
      })),
    }));
  }

  async forgetBefore(at: Instant): Promise<void> {
    await this.uow.run((tx) => tx.query('DELETE FROM webhooks.message WHERE created_at < $1', [sqlTime(at)]));
  }
}
