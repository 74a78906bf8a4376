import { Injectable } from '@nestjs/common';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { ApiKeyId, Instant, InstitutionId } from '@hz/kernel';
import type { ApiKeyView } from '../contract';

export interface LiveApiKey {
  readonly id: ApiKeyId;
  readonly institutionId: InstitutionId;
  readonly keyHash: string;
  readonly scopes: readonly string[];
  readonly dailyQuota: number;
}

interface RawKey {
  id: ApiKeyId;
  name: string;
  prefix: string;
  scopes: string[];
  daily_quota: number;
  used_today: number;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

@Injectable()
export class ApiKeyRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async add(
    tx: Tx,
    key: {
      id: ApiKeyId;
      institutionId: InstitutionId;
      name: string;
      prefix: string;
      keyHash: string;
      scopes: readonly string[];
      dailyQuota: number;
      at: Instant;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identity.api_key (id, institution_id, name, prefix, key_hash, scopes, daily_quota, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [key.id, key.institutionId, key.name, key.prefix, key.keyHash, key.scopes, key.dailyQuota, sqlTime(key.at)],
    );
  }

  async live(prefix: string): Promise<LiveApiKey | null> {
    const [row] = await this.uow.read.query<
      { id: ApiKeyId; institution_id: InstitutionId; key_hash: string; scopes: string[]; daily_quota: number }[]
    >(
      'SELECT id, institution_id, key_hash, scopes, daily_quota FROM identity.api_key WHERE prefix = $1 AND revoked_at IS NULL',
      [prefix],
    );
    if (row === undefined) return null;
    return {
      id: row.id,
      institutionId: row.institution_id,
      keyHash: row.key_hash,
      scopes: row.scopes,
      dailyQuota: row.daily_quota,
    };
  }

  /** Counts a call on this day. False, and nothing counted, when the quota of the day is used up. */
  async countCall(id: ApiKeyId, day: string, dailyQuota: number, at: Instant): Promise<boolean> {
    return this.uow.run(async (tx) => {
      const rows = await tx.query<{ calls: number }[]>(
        `INSERT INTO identity.api_key_use AS u (api_key_id, day, calls) VALUES ($1, $2, 1)
         ON CONFLICT (api_key_id, day) DO UPDATE SET calls = u.calls + 1 WHERE u.calls < $3 RETURNING calls`,
        [id, day, dailyQuota],
      );
      if (rows.length === 0) return false;
      await tx.query('UPDATE identity.api_key SET last_used_at = $2 WHERE id = $1', [id, sqlTime(at)]);
      return true;
    });
  }

  async revoke(tx: Tx, institutionId: InstitutionId, id: ApiKeyId, at: Instant): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      'UPDATE identity.api_key SET revoked_at = coalesce(revoked_at, $3) WHERE id = $1 AND institution_id = $2',
      [id, institutionId, sqlTime(at)],
    );
    return changed === 1;
  }

  async ofInstitution(institutionId: InstitutionId, day: string): Promise<ApiKeyView[]> {
    const rows = await this.uow.read.query<RawKey[]>(
      `SELECT k.id, k.name, k.prefix, k.scopes, k.daily_quota, k.created_at, k.last_used_at, k.revoked_at, coalesce(u.calls, 0) AS used_today
         FROM identity.api_key k LEFT JOIN identity.api_key_use u ON u.api_key_id = k.id AND u.day = $2
        WHERE k.institution_id = $1 ORDER BY k.created_at DESC, k.id`,
      [institutionId, day],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      prefix: row.prefix,
      scopes: row.scopes,
      dailyQuota: row.daily_quota,
      usedToday: row.used_today,
      createdAt: fromSqlTime(row.created_at),
      lastUsedAt: fromSqlTime(row.last_used_at),
      revokedAt: fromSqlTime(row.revoked_at),
    }));
  }
}
