import { Injectable } from '@nestjs/common';
import type { CertificateNumber } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import type { Disclosure } from '@hz/verification/contract';

/** A credential as it is given out: canonical JSON with its proofs, and JWT. */
export interface StoredVariant {
  readonly disclosure: Disclosure;
  readonly credential: string;
  readonly token: string;
}

@Injectable()
export class VariantRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** All forms of a certificate, the one that says everything first; none before it is published, or of an earlier certificate. */
  ofNumber(number: string): Promise<StoredVariant[]> {
    return this.uow.read.query<StoredVariant[]>(
      `SELECT disclosure, credential, token FROM certification.variant
        WHERE number = $1 ORDER BY disclosure <> 'whole-score', disclosure`,
      [number],
    );
  }

  async add(tx: Tx, number: CertificateNumber, variants: readonly StoredVariant[]): Promise<void> {
    await tx.query(
      `INSERT INTO certification.variant (number, disclosure, credential, token)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[]) ON CONFLICT (number, disclosure) DO NOTHING`,
      [
        number,
        variants.map(({ disclosure }) => disclosure),
        variants.map(({ credential }) => credential),
        variants.map(({ token }) => token),
      ],
    );
  }
}
