import { Injectable } from '@nestjs/common';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { AttemptId, Instant, PersonId, SessionId } from '@hz/kernel';

/** A key pair for response files, its private half sealed. */
export interface StoredFileKey {
  readonly id: string;
  readonly publicKey: string;
  readonly privateKeyEncrypted: Buffer;
}

export interface StoredFile {
  readonly digest: string;
  readonly sessionId: SessionId;
  readonly attemptId: AttemptId;
  readonly content: Buffer;
  readonly uploadedBy: PersonId;
  readonly uploadedAt: Instant;
}

/** A key to which response files are or were encrypted, without its private half. */
export interface ResponseFileKeyView {
  readonly id: string;
  readonly since: Instant;
  /** When another one took its place; null for the current one. */
  readonly until: Instant | null;
}

const KEY = `SELECT id, public_key AS "publicKey", private_key_encrypted AS "privateKeyEncrypted" FROM delivery.response_file_key`;

/** Response files and the keys that open them. */
@Injectable()
export class ResponseFileRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async currentKey(): Promise<StoredFileKey | null> {
    const [row] = await this.uow.read.query<StoredFileKey[]>(`${KEY} WHERE retired_at IS NULL`);
    return row ?? null;
  }

  async key(id: string): Promise<StoredFileKey | null> {
    const [row] = await this.uow.read.query<StoredFileKey[]>(`${KEY} WHERE id = $1`, [id]);
    return row ?? null;
  }

  /** Oldest first. */
  async keys(): Promise<ResponseFileKeyView[]> {
    const rows = await this.uow.read.query<{ id: string; made_at: Date; retired_at: Date | null }[]>(
      'SELECT id, made_at, retired_at FROM delivery.response_file_key ORDER BY made_at, id',
    );
    return rows.map(({ id, made_at, retired_at }) => ({
      id,
      since: fromSqlTime(made_at),
      until: fromSqlTime(retired_at),
    }));
  }

  /** The current one stops to be it. Two that do this at once come one after the other. */
  async retireKey(tx: Tx, at: Instant): Promise<void> {
    await tx.query('LOCK TABLE delivery.response_file_key IN SHARE ROW EXCLUSIVE MODE');
    await tx.query('UPDATE delivery.response_file_key SET retired_at = $1 WHERE retired_at IS NULL', [sqlTime(at)]);
  }

  /** Of several that are made at once the first stays. */
  async addKeyOnce(tx: Tx, { id, publicKey, privateKeyEncrypted }: StoredFileKey, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO delivery.response_file_key (id, public_key, private_key_encrypted, made_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING`,
      [id, publicKey, privateKeyEncrypted, sqlTime(at)],
    );
  }

  async isKnown(tx: Tx, digest: string): Promise<boolean> {
    const rows = await tx.query<unknown[]>('SELECT 1 FROM delivery.response_file WHERE digest = $1', [digest]);
    return rows.length > 0;
  }

  async add(tx: Tx, { digest, sessionId, attemptId, content, uploadedBy, uploadedAt }: StoredFile): Promise<void> {
    await tx.query(
      `INSERT INTO delivery.response_file (digest, session_id, attempt_id, content, uploaded_by, uploaded_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
      [digest, sessionId, attemptId, content, uploadedBy, sqlTime(uploadedAt)],
    );
  }
}
