import { Injectable } from '@nestjs/common';
import type { CertificateNumber, Instant } from '@hz/kernel';
import { fromSqlTime, newId, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { LogEntryId } from '@hz/transparency/contract';
import type { StatusChangeKind } from '../contract';

/** Something that happened to a certificate after its issue, with what opens the leaf that says so. */
export interface StatusChange {
  readonly number: CertificateNumber;
  readonly kind: StatusChangeKind;
  readonly reason: string;
  readonly successor: CertificateNumber | null;
  readonly at: Instant;
  readonly logSalt: Buffer;
  readonly logEntry: LogEntryId;
  /** Who did it, as the audit trail names them; null for changes of before this was kept. */
  readonly by: string | null;
}

interface Raw extends Omit<StatusChange, 'at' | 'logSalt' | 'logEntry' | 'by'> {
  readonly at: Date;
  readonly log_salt: Buffer;
  readonly log_entry: LogEntryId;
  readonly by_actor: string | null;
}

@Injectable()
export class StatusChangeRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(tx: Tx, change: StatusChange): Promise<void> {
    const { number, kind, reason, successor, at, logSalt, logEntry, by } = change;
    await tx.query(
      `INSERT INTO certification.status_change (id, number, kind, reason, successor, at, log_salt, log_entry, by_actor)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [newId(), number, kind, reason, successor, sqlTime(at), logSalt, logEntry, by],
    );
  }

  /** In the order in which they happened. */
  async ofNumber(number: string): Promise<StatusChange[]> {
    const rows = await this.uow.read.query<Raw[]>(
      `SELECT number, kind, reason, successor, at, log_salt, log_entry, by_actor FROM certification.status_change
        WHERE number = $1 ORDER BY at, id`,
      [number],
    );
    return rows.map(({ at, log_salt: logSalt, log_entry: logEntry, by_actor: by, ...row }) => ({
      ...row,
      at: fromSqlTime(at),
      logSalt,
      logEntry,
      by,
    }));
  }
}
