import { Injectable } from '@nestjs/common';
import { isUuid, type CertificateNumber, type Instant, type PersonId } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { AppealStatus } from '../contract';

export interface Appeal {
  readonly id: string;
  readonly number: CertificateNumber;
  readonly personId: PersonId;
  readonly grounds: string;
  readonly status: AppealStatus;
  readonly filedAt: Instant;
  readonly decidedAt: Instant | null;
  readonly decisionReason: string | null;
  readonly newNumber: CertificateNumber | null;
}

interface Raw {
  id: string;
  number: CertificateNumber;
  person_id: PersonId;
  grounds: string;
  status: AppealStatus;
  filed_at: Date;
  decided_at: Date | null;
  decision_reason: string | null;
  new_number: CertificateNumber | null;
}

const COLUMNS = 'id, number, person_id, grounds, status, filed_at, decided_at, decision_reason, new_number';

@Injectable()
export class AppealRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** False when the certificate was appealed for already. */
  async add(tx: Tx, { id, number, personId, grounds, filedAt }: Omit<Appeal, 'status'>): Promise<boolean> {
    const added = await tx.query<object[]>(
      `INSERT INTO certification.appeal (id, number, person_id, grounds, status, filed_at) VALUES ($1, $2, $3, $4, 'open', $5)
       ON CONFLICT ON CONSTRAINT one_appeal_per_certificate DO NOTHING RETURNING id`,
      [id, number, personId, grounds, sqlTime(filedAt)],
    );
    return added.length > 0;
  }

  async ofNumber(number: string): Promise<Appeal | null> {
    const [row] = await this.uow.read.query<Raw[]>(`SELECT ${COLUMNS} FROM certification.appeal WHERE number = $1`, [
      number,
    ]);
    return row === undefined ? null : toAppeal(row);
  }

  async byId(id: string): Promise<Appeal | null> {
    if (!isUuid(id)) return null;
    const [row] = await this.uow.read.query<Raw[]>(`SELECT ${COLUMNS} FROM certification.appeal WHERE id = $1`, [id]);
    return row === undefined ? null : toAppeal(row);
  }

  async lock(tx: Tx, id: string): Promise<Appeal | null> {
    const [row] = await tx.query<Raw[]>(`SELECT ${COLUMNS} FROM certification.appeal WHERE id = $1 FOR UPDATE`, [id]);
    return row === undefined ? null : toAppeal(row);
  }

  async decide(
    tx: Tx,
    id: string,
    decision: { status: AppealStatus; reason: string; by: string; at: Instant; newNumber: CertificateNumber | null },
  ): Promise<void> {
    const { status, reason, by, at, newNumber } = decision;
    await tx.query(
      `UPDATE certification.appeal SET status = $2, decision_reason = $3, decided_by = $4, decided_at = $5, new_number = $6 WHERE id = $1`,
      [id, status, reason, by, sqlTime(at), newNumber],
    );
  }

  /** The longest waiting first; from the row after `after` on. */
  async list(
    status: AppealStatus | undefined,
    limit: number,
    after: { at: Instant; id: string } | null,
  ): Promise<Appeal[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM certification.appeal
        WHERE ($1::text IS NULL OR status = $1) AND ($2::timestamptz IS NULL OR (filed_at, id) > ($2, $3::uuid))
        ORDER BY filed_at, id LIMIT $4`,
      [status ?? null, after && sqlTime(after.at), after?.id ?? null, limit],
    );
    return rows.map(toAppeal);
  }
}

function toAppeal(row: Raw): Appeal {
  return {
    id: row.id,
    number: row.number,
    personId: row.person_id,
    grounds: row.grounds,
    status: row.status,
    filedAt: fromSqlTime(row.filed_at),
    decidedAt: fromSqlTime(row.decided_at),
    decisionReason: row.decision_reason,
    newNumber: row.new_number,
  };
}
