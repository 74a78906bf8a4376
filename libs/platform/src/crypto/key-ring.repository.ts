import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { fromSqlTime, sqlTime } from '../database/columns';
import { UnitOfWork, type Tx } from '../database/unit-of-work';
import type { SigningAlgorithm, SigningKey, SigningPurpose } from './signer';

/** A key and the name under which its store has it. */
export interface RingKey extends SigningKey {
  readonly label: string;
}

interface Row {
  id: string;
  purpose: SigningPurpose;
  algorithm: SigningAlgorithm;
  label: string;
  public_key: Buffer;
  since: Date;
  until: Date | null;
  compromised_at: Date | null;
}

const KEYS = `SELECT id, purpose, algorithm, label, public_key, since, until, compromised_at FROM platform.signing_key`;

/** The public history of the signing keys. */
@Injectable()
export class KeyRingRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Oldest first; the current one is the last. */
  async ofPurpose(purpose: SigningPurpose): Promise<RingKey[]> {
    const rows = await this.uow.read.query<Row[]>(`${KEYS} WHERE purpose = $1 ORDER BY until NULLS LAST, since, id`, [
      purpose,
    ]);
    return rows.map(toKey);
  }

  async all(): Promise<RingKey[]> {
    const rows = await this.uow.read.query<Row[]>(`${KEYS} ORDER BY purpose, until NULLS LAST, since, id`);
    return rows.map(toKey);
  }

  /** Who makes or changes a key of a purpose waits for whoever else does. Resolves with the current key as it is then. */
  async lockCurrent(tx: Tx, purpose: SigningPurpose): Promise<RingKey | null> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`platform.signing-key:${purpose}`]);
    const [row] = await tx.query<Row[]>(`${KEYS} WHERE purpose = $1 AND until IS NULL`, [purpose]);
    return row === undefined ? null : toKey(row);
  }

  async add(tx: Tx, key: Omit<RingKey, 'until' | 'compromisedAt'>): Promise<void> {
    const { id, purpose, algorithm, label, publicKey, since } = key;
    await tx.query(
      `INSERT INTO platform.signing_key (id, purpose, algorithm, label, public_key, since) VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, purpose, algorithm, label, Buffer.from(publicKey), sqlTime(since)],
    );
  }

  async retire(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.query('UPDATE platform.signing_key SET until = $2 WHERE id = $1', [id, sqlTime(at)]);
  }

  /** An earlier moment that was noted before stays. */
  async markCompromised(tx: Tx, id: string, at: Instant): Promise<void> {
    await tx.query('UPDATE platform.signing_key SET compromised_at = least(compromised_at, $2) WHERE id = $1', [
      id,
      sqlTime(at),
    ]);
  }
}

function toKey(row: Row): RingKey {
  const { id, purpose, algorithm, label, public_key: publicKey, since, until, compromised_at: compromisedAt } = row;
  return {
    id,
    purpose,
    algorithm,
    label,
    publicKey: new Uint8Array(publicKey),
    since: fromSqlTime(since),
    until: fromSqlTime(until),
    compromisedAt: fromSqlTime(compromisedAt),
  };
}
