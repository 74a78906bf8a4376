import { Injectable } from '@nestjs/common';
import { fromSqlTime, Gathered, HotPool, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { AccountId, Instant, InstitutionId, LoginId, PersonId, Role } from '@hz/kernel';
import type { Failures } from '../domain/sign-in-rules';
import { LoginRow } from './identity.entities';

export interface LiveLogin {
  readonly loginId: LoginId;
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly institutionId: InstitutionId | null;
  readonly csrfToken: string;
  readonly seenAt: Instant;
  readonly roles: readonly Role[];
}

interface LiveLoginRow {
  token_hash: string;
  expires_at: Date;
  login_id: LoginId;
  account_id: AccountId;
  person_id: PersonId;
  institution_id: InstitutionId | null;
  csrf_token: string;
  seen_at: Date;
  roles: Role[];
}

const LIVE_LOGINS = `
SELECT l.token_hash, l.expires_at, l.id AS login_id, a.id AS account_id, a.person_id, p.institution_id, l.csrf_token, l.seen_at,
       array(SELECT role FROM identity.role_grant g WHERE g.account_id = a.id) AS roles
  FROM identity.login l
  JOIN identity.account a ON a.id = l.account_id AND a.status = 'active'
  JOIN identity.person p ON p.id = a.person_id
 WHERE l.token_hash = ANY ($1) AND l.ended_at IS NULL`;
const PATIENCE_MS = 3_000;

/** Logins, failed sign-ins and password resets. */
@Injectable()
export class AccessRepository {
  private readonly logins = new Gathered<string, LiveLoginRow>((hashes) => this.liveLogins(hashes));

  constructor(
    private readonly uow: UnitOfWork,
    private readonly hot: HotPool,
  ) {}

  async addLogin(tx: Tx, login: LoginRow): Promise<void> {
    await tx.insert(LoginRow, login);
  }

  /** The login of this token if it is alive and its account is active. Every request asks it, so that many are found by one query. */
  async liveLogin(tokenHash: string, now: Instant): Promise<LiveLogin | null> {
    const row = await this.logins.find(tokenHash);
    if (row === undefined || fromSqlTime(row.expires_at) <= now) return null;
    return {
      loginId: row.login_id,
      accountId: row.account_id,
      personId: row.person_id,
      institutionId: row.institution_id,
      csrfToken: row.csrf_token,
      seenAt: fromSqlTime(row.seen_at),
      roles: row.roles,
    };
  }

  private async liveLogins(tokenHashes: readonly string[]): Promise<Map<string, LiveLoginRow>> {
    const query = { name: 'live-logins', text: LIVE_LOGINS, values: [tokenHashes], query_timeout: PATIENCE_MS };
    const { rows } = await this.hot.pool.query<LiveLoginRow>(query);
    return new Map(rows.map((row) => [row.token_hash, row]));
  }

  async touch(id: LoginId, at: Instant): Promise<void> {
    await this.uow.run((tx) => tx.update(LoginRow, { id }, { seenAt: at }));
  }

  async endByToken(tx: Tx, tokenHash: string, at: Instant): Promise<void> {
    await tx.query('UPDATE identity.login SET ended_at = $2 WHERE token_hash = $1 AND ended_at IS NULL', [
      tokenHash,
      sqlTime(at),
    ]);
  }

  /** Ends every login of the account but `except`. */
  async endAll(tx: Tx, accountId: AccountId, at: Instant, except: LoginId | null = null): Promise<void> {
    await tx.query(
      'UPDATE identity.login SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $3',
      [accountId, sqlTime(at), except],
    );
  }

  async end(tx: Tx, id: LoginId, at: Instant): Promise<void> {
    await tx.query('UPDATE identity.login SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [id, sqlTime(at)]);
  }

  /** What is counted under this key, locked until the transaction ends. */
  async lockFailures(tx: Tx, key: string, now: Instant): Promise<Failures> {
    await tx.query(
      'INSERT INTO identity.sign_in_failure (key, failures, last_at) VALUES ($1, 0, $2) ON CONFLICT (key) DO NOTHING',
      [key, sqlTime(now)],
    );
    const [row] = await tx.query<{ failures: number; last_at: Date }[]>(
      'SELECT failures, last_at FROM identity.sign_in_failure WHERE key = $1 FOR UPDATE',
      [key],
    );
    return { failures: row!.failures, lastAt: fromSqlTime(row!.last_at) };
  }

  async setFailures(tx: Tx, key: string, { failures, lastAt }: Failures): Promise<void> {
    await tx.query('UPDATE identity.sign_in_failure SET failures = $2, last_at = $3 WHERE key = $1', [
      key,
      failures,
      sqlTime(lastAt),
    ]);
  }

  async uncountFailure(tx: Tx, key: string): Promise<void> {
    await tx.query('UPDATE identity.sign_in_failure SET failures = greatest(failures - 1, 0) WHERE key = $1', [key]);
  }

  async forgetFailures(tx: Tx, keys: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM identity.sign_in_failure WHERE key = ANY ($1)', [keys]);
  }

  /** False when a reset of this id is there already. */
  async addReset(
    tx: Tx,
    reset: { id: string; tokenHash: string; accountId: AccountId; expiresAt: Instant },
  ): Promise<boolean> {
    const rows = await tx.query<{ id: string }[]>(
      `INSERT INTO identity.password_reset (id, token_hash, account_id, expires_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (id) DO NOTHING RETURNING id`,
      [reset.id, reset.tokenHash, reset.accountId, sqlTime(reset.expiresAt)],
    );
    return rows.length === 1;
  }

  /** How many links of the account have not run out of time, used ones included. */
  async liveResets(tx: Tx, accountId: AccountId, now: Instant): Promise<number> {
    const [row] = await tx.query<{ links: number }[]>(
      'SELECT count(*)::int AS links FROM identity.password_reset WHERE account_id = $1 AND expires_at > $2',
      [accountId, sqlTime(now)],
    );
    return row!.links;
  }

  async voidResets(tx: Tx, accountId: AccountId, at: Instant): Promise<void> {
    await tx.query('UPDATE identity.password_reset SET used_at = $2 WHERE account_id = $1 AND used_at IS NULL', [
      accountId,
      sqlTime(at),
    ]);
  }

  async forgetBefore(tx: Tx, failuresBefore: Instant, accessBefore: Instant): Promise<void> {
    await tx.query('DELETE FROM identity.sign_in_failure WHERE last_at < $1', [sqlTime(failuresBefore)]);
    const before = [sqlTime(accessBefore)];
    await tx.query('DELETE FROM identity.login WHERE expires_at < $1 OR ended_at < $1', before);
    await tx.query('DELETE FROM identity.password_reset WHERE expires_at < $1', before);
  }

  /** Uses up a reset link. Null when there is none of this token, or it was used or is too old. */
  async spendReset(tx: Tx, tokenHash: string, at: Instant): Promise<AccountId | null> {
    const [rows] = await tx.query<[{ account_id: AccountId }[], number]>(
      `UPDATE identity.password_reset SET used_at = $2
        WHERE token_hash = $1 AND used_at IS NULL AND expires_at > $2 RETURNING account_id`,
      [tokenHash, sqlTime(at)],
    );
    return rows[0]?.account_id ?? null;
  }
}
