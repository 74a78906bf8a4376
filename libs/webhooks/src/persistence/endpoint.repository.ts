import { Injectable } from '@nestjs/common';
import type { Instant, InstitutionId, PersonId } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { WebhookEvent, WebhookView } from '../contract';

export interface EndpointRow {
  readonly id: string;
  readonly institutionId: InstitutionId;
  readonly url: string;
  readonly description: string;
  readonly events: WebhookEvent[];
  readonly secret: Buffer;
  readonly earlierSecret: Buffer | null;
  readonly earlierUntil: Instant | null;
  readonly status: WebhookView['status'];
  readonly disabledReason: WebhookView['disabledReason'];
  readonly failingSince: Instant | null;
  readonly createdBy: PersonId | null;
  readonly createdAt: Instant;
}
type NewEndpoint = Pick<
  EndpointRow,
  'id' | 'institutionId' | 'url' | 'description' | 'events' | 'secret' | 'createdBy'
>;

interface Raw {
  id: string;
  institution_id: InstitutionId;
  url: string;
  description: string;
  events: WebhookEvent[];
  secret: Buffer;
  earlier_secret: Buffer | null;
  earlier_until: Date | null;
  status: WebhookView['status'];
  disabled_reason: WebhookView['disabledReason'];
  failing_since: Date | null;
  created_by: PersonId | null;
  created_at: Date;
}
const COLUMNS = `id, institution_id, url, description, events, secret, earlier_secret, earlier_until, status, disabled_reason,
  failing_since, created_by, created_at`;

@Injectable()
export class EndpointRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(tx: Tx, row: NewEndpoint, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO webhooks.endpoint (id, institution_id, url, description, events, secret, status, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'active', $7, $8)`,
      [row.id, row.institutionId, row.url, row.description, row.events, row.secret, row.createdBy, sqlTime(at)],
    );
  }

  async ofInstitution(id: InstitutionId): Promise<EndpointRow[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM webhooks.endpoint WHERE institution_id = $1 ORDER BY created_at DESC, id`,
      [id],
    );
    return rows.map(toRow);
  }

  async one(institutionId: InstitutionId, id: string): Promise<EndpointRow | null> {
    const [row] = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM webhooks.endpoint WHERE id = $1 AND institution_id = $2`,
      [id, institutionId],
    );
    return row === undefined ? null : toRow(row);
  }

  async byId(id: string): Promise<EndpointRow | null> {
    const [row] = await this.uow.read.query<Raw[]>(`SELECT ${COLUMNS} FROM webhooks.endpoint WHERE id = $1`, [id]);
    return row === undefined ? null : toRow(row);
  }

  async lock(tx: Tx, institutionId: InstitutionId, id: string): Promise<EndpointRow | null> {
    const [row] = await tx.query<Raw[]>(
      `SELECT ${COLUMNS} FROM webhooks.endpoint WHERE id = $1 AND institution_id = $2 FOR UPDATE`,
      [id, institutionId],
    );
    return row === undefined ? null : toRow(row);
  }

  /** Those that hear of this event. */
  async listening(tx: Tx, institutionId: InstitutionId, event: WebhookEvent): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM webhooks.endpoint WHERE institution_id = $1 AND status = 'active' AND $2 = ANY (events) ORDER BY id`,
      [institutionId, event],
    );
    return rows.map(({ id }) => id);
  }

  async save(tx: Tx, { id, description, events, status, disabledReason, failingSince }: EndpointRow): Promise<void> {
    await tx.query(
      `UPDATE webhooks.endpoint SET description = $2, events = $3, status = $4, disabled_reason = $5, failing_since = $6 WHERE id = $1`,
      [id, description, events, status, disabledReason, failingSince === null ? null : sqlTime(failingSince)],
    );
  }

  async setSecret(tx: Tx, id: string, secret: Buffer, earlierUntil: Instant): Promise<void> {
    await tx.query(
      'UPDATE webhooks.endpoint SET earlier_secret = secret, earlier_until = $3, secret = $2 WHERE id = $1',
      [id, secret, sqlTime(earlierUntil)],
    );
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('DELETE FROM webhooks.endpoint WHERE id = $1', [id]);
  }

  async wentWell(tx: Tx, id: string): Promise<void> {
    await tx.query('UPDATE webhooks.endpoint SET failing_since = NULL WHERE id = $1 AND failing_since IS NOT NULL', [
      id,
    ]);
  }

  async failed(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.query('UPDATE webhooks.endpoint SET failing_since = coalesce(failing_since, $2) WHERE id = $1', [
      id,
      sqlTime(at),
    ]);
  }

  /** False when it is disabled already, or gone. */
  async disable(tx: Tx, id: string, reason: 'failing' | 'gone'): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      `UPDATE webhooks.endpoint SET status = 'disabled', disabled_reason = $2 WHERE id = $1 AND status = 'active'`,
      [id, reason],
    );
    return changed === 1;
  }
}

function toRow(row: Raw): EndpointRow {
  return {
    id: row.id,
    institutionId: row.institution_id,
    url: row.url,
    description: row.description,
    events: row.events,
    secret: row.secret,
    earlierSecret: row.earlier_secret,
    earlierUntil: fromSqlTime(row.earlier_until),
    status: row.status,
    disabledReason: row.disabled_reason,
    failingSince: fromSqlTime(row.failing_since),
    createdBy: row.created_by,
    createdAt: fromSqlTime(row.created_at),
  };
}
