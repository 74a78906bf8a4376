import { Injectable } from '@nestjs/common';
import type { CertificateNumber, Instant, PersonId } from '@hz/kernel';
import { sqlTime, UnitOfWork, type Tx } from '@hz/platform';

/** Facts of certificates that verification and institutions are told of. */
@Injectable()
export class AskedAboutRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async isOwn(personId: PersonId, number: string): Promise<boolean> {
    const rows = await this.uow.read.query<object[]>(
      `SELECT 1 FROM certification.certificate WHERE number = $1 AND person_id = $2 AND status <> 'issuing'`,
      [number, personId],
    );
    return rows.length > 0;
  }

  /** Valid certificates whose time is over and of which nobody was told; from now on somebody was. */
  async takeExpired(
    tx: Tx,
    at: Instant,
    limit: number,
  ): Promise<{ number: CertificateNumber; personId: PersonId; expiresAt: Date }[]> {
    const rows = await tx.query<{ number: CertificateNumber; person_id: PersonId; expires_at: Date }[]>(
      `WITH due AS (
         SELECT c.number, c.person_id, c.expires_at FROM certification.certificate c
          WHERE c.status = 'valid' AND c.expires_at <= $1
            AND NOT EXISTS (SELECT 1 FROM certification.expired e WHERE e.number = c.number)
          ORDER BY c.expires_at LIMIT $2
       ), told AS (
         INSERT INTO certification.expired (number, announced_at) SELECT number, $1 FROM due ON CONFLICT DO NOTHING RETURNING number
       )
       SELECT due.number, due.person_id, due.expires_at FROM due JOIN told USING (number)`,
      [sqlTime(at), limit],
    );
    return rows.map((row) => ({ number: row.number, personId: row.person_id, expiresAt: row.expires_at }));
  }
}
