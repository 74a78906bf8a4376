import { Injectable } from '@nestjs/common';
import { instant, type AccountId, type Instant, type InstitutionId, type Role } from '@hz/kernel';
import { sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { EntityManager } from 'typeorm';
import type { AccountRowView } from '../contract';
import { AccountRow, PersonRow } from './identity.entities';

export interface AccountFilter {
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly limit: number;
  readonly after: { createdAt: number; id: string } | null;
}

@Injectable()
export class AccountRepository {
  constructor(private readonly uow: UnitOfWork) {}

  byEmailKey(emailKey: string): Promise<AccountRow | null> {
    return this.uow.read.findOneBy(AccountRow, { emailKey });
  }

  byId(id: AccountId): Promise<AccountRow | null> {
    return this.uow.read.findOneBy(AccountRow, { id });
  }

  async lock(tx: Tx, id: AccountId): Promise<AccountRow | null> {
    return tx.findOne(AccountRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  /** False when the address is taken: then nothing stays of it. The work is nearly the same, so that time tells little of which it was. */
  async add(tx: Tx, person: PersonRow, account: AccountRow, roles: readonly Role[]): Promise<boolean> {
    await tx.insert(PersonRow, person);
    const { raw } = await tx
      .createQueryBuilder()
      .insert()
      .into(AccountRow)
      .values(account)
      .orIgnore()
      .returning(['id'])
      .execute();
    if ((raw as unknown[]).length === 0) {
      await tx.delete(PersonRow, { id: person.id });
      return false;
    }
    await this.setRoles(tx, account.id, roles);
    return true;
  }

  async setRoles(tx: Tx, id: AccountId, roles: readonly Role[]): Promise<void> {
    await tx.query('DELETE FROM identity.role_grant WHERE account_id = $1 AND role <> ALL ($2)', [id, roles]);
    await tx.query(
      'INSERT INTO identity.role_grant (account_id, role) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING',
      [id, roles],
    );
  }

  async rolesOf(id: AccountId, manager: EntityManager = this.uow.read): Promise<Role[]> {
    const rows = await manager.query<{ role: Role }[]>(
      'SELECT role FROM identity.role_grant WHERE account_id = $1 ORDER BY role',
      [id],
    );
    return rows.map(({ role }) => role);
  }

  async replaceRecoveryCodes(tx: Tx, id: AccountId, hashes: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM identity.recovery_code WHERE account_id = $1', [id]);
    await tx.query('INSERT INTO identity.recovery_code (account_id, code_hash) SELECT $1, unnest($2::text[])', [
      id,
      hashes,
    ]);
  }

  /** Whether this recovery code was there and unused; it is used now. */
  async spendRecoveryCode(tx: Tx, id: AccountId, hash: string, at: Instant): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      'UPDATE identity.recovery_code SET used_at = $3 WHERE account_id = $1 AND code_hash = $2 AND used_at IS NULL',
      [id, hash, sqlTime(at)],
    );
    return changed === 1;
  }

  /** Whether this time step is newer than the last accepted one; it is the last one now, so that a code works once. */
  async advanceTotpStep(tx: Tx, id: AccountId, step: number): Promise<boolean> {
    const [, changed] = await tx.query<[unknown, number]>(
      'UPDATE identity.account SET totp_last_step = $2 WHERE id = $1 AND totp_last_step < $2',
      [id, step],
    );
    return changed === 1;
  }

  async page({ search, role, limit, after }: AccountFilter): Promise<AccountRowView[]> {
    const rows = await this.uow.read.query<RawAccount[]>(
      `SELECT a.id, a.person_id, a.email, a.status, a.created_at, p.display_name, p.legal_name, p.institution_id,
              p.extra_time_percent, p.break_minutes,
              array(SELECT role FROM identity.role_grant g WHERE g.account_id = a.id ORDER BY role) AS roles
         FROM identity.account a JOIN identity.person p ON p.id = a.person_id
        WHERE ($1::text IS NULL OR a.email_key LIKE '%' || $1 || '%' OR p.legal_name ILIKE '%' || $1 || '%' OR p.display_name ILIKE '%' || $1 || '%')
          AND ($2::text IS NULL OR EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account_id = a.id AND g.role = $2))
          AND ($3::timestamptz IS NULL OR (a.created_at, a.id) < ($3, $4::uuid))
        ORDER BY a.created_at DESC, a.id DESC LIMIT $5`,
      [escaped(search), role ?? null, after === null ? null : new Date(after.createdAt), after?.id ?? null, limit],
    );
    return rows.map(viewOf);
  }
}

interface RawAccount {
  id: string;
  person_id: string;
  email: string;
  status: 'active' | 'disabled';
  created_at: Date;
  display_name: string;
  legal_name: string;
  institution_id: InstitutionId | null;
  extra_time_percent: number;
  break_minutes: number;
  roles: Role[];
}

function viewOf(row: RawAccount): AccountRowView {
  return {
    id: row.id,
    personId: row.person_id,
    email: row.email,
    displayName: row.display_name,
    legalName: row.legal_name,
    status: row.status,
    roles: row.roles,
    institutionId: row.institution_id,
    accommodation: { extraTimePercent: row.extra_time_percent, breakMinutes: row.break_minutes },
    createdAt: instant(row.created_at.getTime()),
  };
}

/** What is typed stands for itself in a LIKE pattern. */
function escaped(search: string | undefined): string | null {
  return search ? search.toLowerCase().replace(/[\\%_]/g, '\\$&') : null;
}
