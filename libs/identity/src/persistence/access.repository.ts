import { Injectable } from '@nestjs/common';
import { fromSqlTime, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { AccountId, Instant, InstitutionId, LoginId, PersonId, Role } from '@hz/kernel';
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

/** Logins, failed sign-ins and password resets. */
@Injectable()
export class AccessRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async addLogin(tx: Tx, login: LoginRow): Promise<void> {
    await tx.insert(LoginRow, login);
  }

  /** The login of this token if it is alive and its account is active; one statement, since every request asks it. */
  async liveLogin(tokenHash: string, now: Instant): Promise<LiveLogin | null> {
    const [row] = await this.uow.read.query<
      {
        login_id: LoginId;
        account_id: AccountId;
        person_id: PersonId;
        institution_id: InstitutionId | null;
        csrf_token: string;
        seen_at: Date;
        roles: Role[];
      }[]
    >(
      `SELECT l.id AS login_id, a.id AS account_id, a.person_id, p.institution_id, l.csrf_token, l.seen_at,
              array(SELECT role FROM identity.role_grant g WHERE g.account_id = a.id) AS roles
         FROM identity.login l
         JOIN identity.account a ON a.id = l.account_id AND a.status = 'active'
         JOIN identity.person p ON p.id = a.person_id
        WHERE l.token_hash = $1 AND l.ended_at IS NULL AND l.expires_at > $2`,
      [tokenHash, sqlTime(now)],
    );
    if (row === undefined) return null;
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

  async touch(id: LoginId, at: Instant, expiresAt: Instant): Promise<void> {
    await this.uow.run((tx) => tx.update(LoginRow, { id }, { seenAt: at, expiresAt }));
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

  async failures(key: string): Promise<{ failures: number; lastAt: Instant } | null> {
    const [row] = await this.uow.read.query<{ failures: number; last_at: Date }[]>(
      'SELECT failures, last_at FROM identity.sign_in_failure WHERE key = $1',
      [key],
    );
    return row === undefined ? null : { failures: row.failures, lastAt: fromSqlTime(row.last_at) };
  }

  /** Counts a failure; an hour of quiet forgets the earlier ones. */
  async countFailure(key: string, at: Instant): Promise<void> {
    await this.uow.run((tx) =>
      tx.query(
        `INSERT INTO identity.sign_in_failure AS f (key, failures, last_at) VALUES ($1, 1, $2)
         ON CONFLICT (key) DO UPDATE SET last_at = $2,
           failures = CASE WHEN f.last_at < $2::timestamptz - interval '1 hour' THEN 1 ELSE f.failures + 1 END`,
        [key, sqlTime(at)],
      ),
    );
  }

  async forgetFailures(tx: Tx, key: string): Promise<void> {
    await tx.query('DELETE FROM identity.sign_in_failure WHERE key = $1', [key]);
  }

  async addReset(
    tx: Tx,
    reset: { id: string; tokenHash: string; accountId: AccountId; expiresAt: Instant },
  ): Promise<void> {
    await tx.query(
      'INSERT INTO identity.password_reset (id, token_hash, account_id, expires_at) VALUES ($1, $2, $3, $4)',
      [reset.id, reset.tokenHash, reset.accountId, sqlTime(reset.expiresAt)],
    );
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
