import { Injectable } from '@nestjs/common';
import type { Instant } from '@hz/kernel';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import { DEFAULT_POLICY, type SchemePolicy } from '../contract';

@Injectable()
export class SchemePolicyRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** What was decided, by scheme id. */
  async all(): Promise<Map<string, { policy: SchemePolicy; updatedAt: Instant }>> {
    const rows = await this.uow.read.query<{ scheme_id: string; body: SchemePolicy; updated_at: Date }[]>(
      'SELECT scheme_id, body, updated_at FROM certification.scheme_policy',
    );
    return new Map(
      rows.map(({ scheme_id: id, body, updated_at: at }) => [id, { policy: body, updatedAt: fromSqlTime(at) }]),
    );
  }

  /** What holds for a scheme. */
  async of(schemeId: string): Promise<SchemePolicy> {
    const [row] = await this.uow.read.query<{ body: SchemePolicy }[]>(
      'SELECT body FROM certification.scheme_policy WHERE scheme_id = $1',
      [schemeId],
    );
    return row?.body ?? DEFAULT_POLICY;
  }

  async put(tx: Tx, schemeId: string, policy: SchemePolicy, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO certification.scheme_policy (scheme_id, body, updated_at) VALUES ($1, $2, $3)
       ON CONFLICT (scheme_id) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at`,
      [schemeId, JSON.stringify(policy), sqlTime(at)],
    );
  }
}
