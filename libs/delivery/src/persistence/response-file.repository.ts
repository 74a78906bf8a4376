import { Injectable } from '@nestjs/common';
import { sqlTime, UnitOfWork, type Tx } from '@hz/platform';
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
