import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type AccountId, type InstitutionId, type PersonId, type Principal, type Role } from '@hz/kernel';
import { decodeCursor, encodeCursor, NotFound, UnitOfWork, type Page } from '@hz/platform';
import { InstitutionUnknown, OwnRightsKept, type AccountRowView, type ChangeAccount } from '../contract';
import { AccessRepository } from '../persistence/access.repository';
import { AccountRepository } from '../persistence/account.repository';
import { AccountRow, PersonRow } from '../persistence/identity.entities';
import { PeopleRepository } from '../persistence/people.repository';

export interface AccountQuery {
  readonly search?: string | undefined;
  readonly role?: Role | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Accounts as an administrator manages them. */
@Injectable()
export class ManageAccounts {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly access: AccessRepository,
    private readonly people: PeopleRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async page({ search, role, limit, cursor }: AccountQuery): Promise<Page<AccountRowView>> {
    const parts = decodeCursor(cursor);
    const after = parts === null ? null : { createdAt: Number(parts[0]), id: String(parts[1]) };
    const found = await this.accounts.page({ search, role, limit: limit + 1, after });
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    return {
      rows,
      nextCursor: found.length > limit && last ? encodeCursor([last.createdAt, last.id]) : null,
      total: null,
    };
  }

  /** Ends the account's logins at once, so that no browser goes on with old rights. Throws NotFound, OwnRightsKept, InstitutionUnknown. */
  async change(who: Principal, id: AccountId, change: ChangeAccount): Promise<void> {
    const own = who.via === 'login' && who.accountId === id;
    if (own && locksOut(change)) throw new OwnRightsKept();
    if (change.institutionId && (await this.people.institution(change.institutionId as InstitutionId)) === null) {
      throw new InstitutionUnknown();
    }
    await this.uow.run(async (tx) => {
      const account = await this.accounts.lock(tx, id);
      if (account === null) throw new NotFound();
      if (change.status !== undefined) await tx.update(AccountRow, { id }, { status: change.status });
      if (change.roles !== undefined) await this.accounts.setRoles(tx, id, change.roles);
      if (change.institutionId !== undefined)
        await tx.update(PersonRow, { id: account.personId }, { institutionId: change.institutionId });
      await this.access.endAll(tx, id, this.clock.now(), own ? who.loginId : null);
      await this.audit.record(tx, who, 'identity.account-changed', { type: 'account', id }, { ...change });
    });
  }

  /** What a person is granted in every sitting (P12). Throws NotFound. */
  async setAccommodation(
    who: Principal,
    id: PersonId,
    accommodation: { extraTimePercent: number; breakMinutes: number },
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      const { affected } = await tx.update(PersonRow, { id }, accommodation);
      if (affected !== 1) throw new NotFound();
      await this.audit.record(tx, who, 'identity.accommodation-granted', { type: 'person', id }, { ...accommodation });
    });
  }
}

function locksOut({ status, roles }: ChangeAccount): boolean {
  return status === 'disabled' || (roles !== undefined && !roles.includes('administrator'));
}
