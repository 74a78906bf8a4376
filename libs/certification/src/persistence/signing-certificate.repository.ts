import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { sqlTime, UnitOfWork } from '@hz/platform';

/** X.509 certificates of keys that sign PDFs, and the time-stamps of their signatures. Whoever writes first decides. */
@Injectable()
export class SigningCertificateRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The certificate of a key under an issuer, DER; a root is its own issuer. */
  async byKey(keyId: string, issuerKeyId: string): Promise<Buffer | null> {
    const [row] = await this.uow.read.query<{ der: Buffer }[]>(
      'SELECT der FROM certification.signing_certificate WHERE key_id = $1 AND issuer_key_id = $2',
      [keyId, issuerKeyId],
    );
    return row?.der ?? null;
  }

  /** Those that are their own issuer, oldest first. */
  async roots(): Promise<Buffer[]> {
    const rows = await this.uow.read.query<{ der: Buffer }[]>(
      'SELECT der FROM certification.signing_certificate WHERE key_id = issuer_key_id ORDER BY made_at, key_id',
    );
    return rows.map(({ der }) => der);
  }

  /** Resolves with the certificate that is kept, which is another one when somebody else was first. */
  async keep(keyId: string, issuerKeyId: string, der: Buffer, at: Instant): Promise<Buffer> {
    await this.uow.run((tx) =>
      tx.query(
        `INSERT INTO certification.signing_certificate (key_id, issuer_key_id, der, made_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (key_id, issuer_key_id) DO NOTHING`,
        [keyId, issuerKeyId, der, sqlTime(at)],
      ),
    );
    return (await this.byKey(keyId, issuerKeyId))!;
  }

  async token(imprint: Buffer): Promise<Buffer | null> {
    const [row] = await this.uow.read.query<{ token: Buffer }[]>(
      'SELECT token FROM certification.timestamp_token WHERE imprint = $1',
      [imprint],
    );
    return row?.token ?? null;
  }

  /** Resolves with the token that is kept, which is another one when somebody else was first. */
  async keepToken(imprint: Buffer, token: Buffer, at: Instant): Promise<Buffer> {
    await this.uow.run((tx) =>
      tx.query(
        `INSERT INTO certification.timestamp_token (imprint, token, obtained_at) VALUES ($1, $2, $3)
         ON CONFLICT (imprint) DO NOTHING`,
        [imprint, token, sqlTime(at)],
      ),
    );
    return (await this.token(imprint))!;
  }
}
