import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';

export type PublishedStatus = 'valid' | 'suspended' | 'revoked' | 'superseded';

export interface Published {
  readonly number: string;
  /** Canonical JSON of the signed credential. */
  readonly credential: string;
  readonly credentialHash: string;
  readonly holderKeys: readonly string[];
  readonly codeHash: string;
  readonly status: PublishedStatus;
  readonly reason: string | null;
  /** The number that took the place of a superseded one. */
  readonly successor: string | null;
  readonly statusChangedAt: Instant;
  /** When a signed checkpoint of the log held it, at the latest; null until one is known to. */
  readonly loggedAt: Instant | null;
}

const COLUMNS = `p.number, p.credential, p.credential_hash, p.holder_keys, p.code_hash, p.status, p.reason, p.successor,
  p.status_changed_at, p.logged_at`;

interface Raw {
  number: string;
  credential: string;
  credential_hash: string;
  holder_keys: string[];
  code_hash: string;
  status: PublishedStatus;
  reason: string | null;
  successor: string | null;
  status_changed_at: Date;
  logged_at: Date | null;
}

@Injectable()
export class PublishedRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async byNumber(number: string): Promise<Published | null> {
    const [row] = await this.uow.read.query<Raw[]>(
      `SELECT ${COLUMNS} FROM verification.published p WHERE number = $1`,
      [number],
    );
    return row === undefined ? null : toPublished(row);
  }

  /** In byte order. */
  async numbersWithin({ from, upTo }: { readonly from: string; readonly upTo: string | null }): Promise<string[]> {
    const rows = await this.uow.read.query<{ number: string }[]>(
      `SELECT number FROM verification.published
        WHERE number COLLATE "C" > $1 AND ($2::text IS NULL OR number COLLATE "C" <= $2) ORDER BY number COLLATE "C"`,
      [from, upTo],
    );
    return rows.map(({ number }) => number);
  }

  /** Publishes; false when the number is published already. */
  async add(
    tx: Tx,
    row: Omit<Published, 'status' | 'reason' | 'successor' | 'statusChangedAt' | 'loggedAt'>,
    at: Instant,
  ): Promise<boolean> {
    const added = await tx.query<object[]>(
      `INSERT INTO verification.published
         (number, credential, credential_hash, holder_keys, code_hash, status, published_at, status_changed_at)
       VALUES ($1, $2, $3, $4, $5, 'valid', $6, $6) ON CONFLICT (number) DO NOTHING RETURNING number`,
      [row.number, row.credential, row.credentialHash, row.holderKeys, row.codeHash, sqlTime(at)],
    );
    return added.length > 0;
  }

  /** The published row, locked against other changes of its status. */
  async lock(tx: Tx, number: string): Promise<Published | null> {
    const [row] = await tx.query<Raw[]>(
      `SELECT ${COLUMNS} FROM verification.published p WHERE number = $1 FOR UPDATE`,
      [number],
    );
    return row === undefined ? null : toPublished(row);
  }

  /** The first moment stays. */
  async setLogged(tx: Tx, number: string, at: Instant): Promise<void> {
    await tx.query('UPDATE verification.published SET logged_at = $2 WHERE number = $1 AND logged_at IS NULL', [
      number,
      sqlTime(at),
    ]);
  }

  async setStatus(
    tx: Tx,
    { number, status, reason, successor }: Pick<Published, 'number' | 'status' | 'reason' | 'successor'>,
    at: Instant,
  ): Promise<void> {
    await tx.query(
      `UPDATE verification.published SET status = $2, reason = $3, successor = $4, status_changed_at = $5
        WHERE number = $1`,
      [number, status, reason, successor, sqlTime(at)],
    );
  }
}

function toPublished(row: Raw): Published {
  return {
    number: row.number,
    credential: row.credential,
    credentialHash: row.credential_hash,
    holderKeys: row.holder_keys,
    codeHash: row.code_hash,
    status: row.status,
    reason: row.reason,
    successor: row.successor,
    statusChangedAt: fromSqlTime(row.status_changed_at),
    loggedAt: fromSqlTime(row.logged_at),
  };
}
