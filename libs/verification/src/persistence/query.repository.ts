import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { newId, sqlTime, UnitOfWork, type Tx } from '@hz/platform';

export interface AskedQuery {
  readonly number: string;
  readonly askedBy: string;
  readonly verdict: string;
  readonly reason: string | null;
  readonly at: Instant;
}

/** Who asked about which certificate. */
@Injectable()
export class QueryRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(tx: Tx, { number, askedBy, verdict, reason, at }: AskedQuery): Promise<void> {
    await tx.query(
      'INSERT INTO verification.query (id, number, asked_by, verdict, reason, at) VALUES ($1, $2, $3, $4, $5, $6)',
      [newId(), number, askedBy, verdict, reason, sqlTime(at)],
    );
  }

  async forgetBefore(at: Instant): Promise<void> {
    await this.uow.run((tx) => tx.query('DELETE FROM verification.query WHERE at < $1', [sqlTime(at)]));
  }
}
