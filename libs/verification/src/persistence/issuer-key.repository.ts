import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { sqlTime, UnitOfWork } from '@hz/platform';

export interface IssuerKey {
  /** The verification method: `did:web:…#z6Mk…`. */
  readonly id: string;
  readonly did: string;
  /** As Multikey. */
  readonly publicKey: string;
}

@Injectable()
export class IssuerKeyRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add({ id, did, publicKey }: IssuerKey, at: Instant): Promise<void> {
    await this.uow.run((tx) =>
      tx.query(
        `INSERT INTO verification.issuer_key (id, did, public_key, first_used_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (id) DO NOTHING`,
        [id, did, publicKey, sqlTime(at)],
      ),
    );
  }

  async byId(id: string): Promise<IssuerKey | null> {
    const [key] = await this.uow.read.query<IssuerKey[]>(
      `SELECT id, did, public_key AS "publicKey" FROM verification.issuer_key WHERE id = $1`,
      [id],
    );
    return key ?? null;
  }

  ofDid(did: string): Promise<IssuerKey[]> {
    return this.uow.read.query<IssuerKey[]>(
      `SELECT id, did, public_key AS "publicKey" FROM verification.issuer_key WHERE did = $1 ORDER BY first_used_at, id`,
      [did],
    );
  }
}
