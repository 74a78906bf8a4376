import { Injectable } from '@nestjs/common';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { ApiKeyId, Instant, InstitutionId } from '@hz/kernel';
import type { ApiKeyView, ApiScope } from '../contract';

export interface LiveApiKey {
  readonly id: ApiKeyId;
  readonly institutionId: InstitutionId;
  readonly keyHash: string;
  readonly scopes: readonly string[];
  readonly sandbox: boolean;
}

/** A key whose quota is counted. */
export interface Quota {
  readonly of: ApiKeyId;
  readonly daily: number;
}

export interface KeyToReplace {
  readonly id: ApiKeyId;
  readonly name: string;
  readonly scopes: readonly ApiScope[];
  readonly dailyQuota: number;
  readonly sandbox: boolean;
  readonly quotaOf: ApiKeyId;
}

interface RawKey {
  id: ApiKeyId;
  name: string;
  prefix: string;
  scopes: ApiScope[];
  daily_quota: number;
  sandbox: boolean;
  expires_at: Date | null;
  replaced_by: ApiKeyId | null;
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
      sandbox: boolean;
      quotaOf: ApiKeyId | null;
      at: Instant;
    },
  ): Promise<void> {
    await tx.query(
      `INSERT INTO identity.api_key (id, institution_id, name, prefix, key_hash, scopes, daily_quota, sandbox, quota_of, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        key.id,
        key.institutionId,
        key.name,
        key.prefix,
        key.keyHash,
        key.scopes,
        key.dailyQuota,
        key.sandbox,
        key.quotaOf,
        sqlTime(key.at),
      ],
    );
  }

  async live(prefix: string, at: Instant): Promise<LiveApiKey | null> {
    const [row] = await this.uow.read.query<
      { id: ApiKeyId; institution_id: InstitutionId; key_hash: string; scopes: string[]; sandbox: boolean }[]
    >(
      `SELECT id, institution_id, key_hash, scopes, sandbox FROM identity.api_key
        WHERE prefix = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
      [prefix, sqlTime(at)],
    );
    if (row === undefined) return null;
    return {
      id: row.id,
      institutionId: row.institution_id,
      keyHash: row.key_hash,
      scopes: row.scopes,
      sandbox: row.sandbox,
    };
  }

  /** Whose quota a key uses up. A replaced key and the one that took its place share one. */
  async quotaOf(id: ApiKeyId): Promise<Quota> {
    const [row] = await this.uow.read.query<{ of: ApiKeyId; daily: number }[]>(
      'SELECT coalesce(quota_of, id) AS of, daily_quota AS daily FROM identity.api_key WHERE id = $1',
      [id],
    );
    return row!;
  }

  /** Counts so many calls on this day; gives back how many there are. Null, and nothing counted, when the quota does not hold them. */
  async countCalls(id: ApiKeyId, quota: Quota, day: string, calls: number, at: Instant): Promise<number | null> {
    return this.uow.run(async (tx) => {
      const [row] = await tx.query<{ calls: number }[]>(
        `INSERT INTO identity.api_key_use AS u (api_key_id, day, calls) SELECT $1, $2, $4::integer WHERE $4::integer <= $3::integer
         ON CONFLICT (api_key_id, day) DO UPDATE SET calls = u.calls + $4::integer WHERE u.calls + $4::integer <= $3::integer RETURNING calls`,
        [quota.of, day, quota.daily, calls],
      );
      if (row === undefined) return null;
      await tx.query('UPDATE identity.api_key SET last_used_at = $2 WHERE id = $1', [id, sqlTime(at)]);
      return row.calls;
    });
  }

  /** How many calls of the quota were made on this day. */
  async callsOf({ of }: Quota, day: string): Promise<number> {
    const [row] = await this.uow.read.query<{ calls: number }[]>(
      'SELECT calls FROM identity.api_key_use WHERE api_key_id = $1 AND day = $2',
      [of, day],
    );
    return row?.calls ?? 0;
  }

  /** A key that lives and has no successor, locked; null when there is none. */
  async lockReplaceable(tx: Tx, institutionId: InstitutionId, id: ApiKeyId, at: Instant): Promise<KeyToReplace | null> {
    const [row] = await tx.query<
      (Pick<RawKey, 'id' | 'name' | 'scopes' | 'daily_quota' | 'sandbox'> & { of: ApiKeyId })[]
    >(
      `SELECT id, name, scopes, daily_quota, sandbox, coalesce(quota_of, id) AS of FROM identity.api_key
        WHERE id = $1 AND institution_id = $2 AND revoked_at IS NULL AND replaced_by IS NULL
          AND (expires_at IS NULL OR expires_at > $3) FOR UPDATE`,
      [id, institutionId, sqlTime(at)],
    );
    if (row === undefined) return null;
    const { name, scopes, daily_quota: dailyQuota, sandbox, of: quotaOf } = row;
    return { id, name, scopes, dailyQuota, sandbox, quotaOf };
  }

  async setReplaced(tx: Tx, id: ApiKeyId, by: ApiKeyId, expiresAt: Instant): Promise<void> {
    await tx.query('UPDATE identity.api_key SET replaced_by = $2, expires_at = $3 WHERE id = $1', [
      id,
      by,
      sqlTime(expiresAt),
    ]);
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
      `SELECT k.id, k.name, k.prefix, k.scopes, k.daily_quota, k.sandbox, k.expires_at, k.replaced_by, k.created_at,
              k.last_used_at, k.revoked_at, coalesce(u.calls, 0) AS used_today
         FROM identity.api_key k LEFT JOIN identity.api_key_use u ON u.api_key_id = coalesce(k.quota_of, k.id) AND u.day = $2
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
      expiresAt: fromSqlTime(row.expires_at),
      replacedBy: row.replaced_by,
      sandbox: row.sandbox,
    }));
  }
}
