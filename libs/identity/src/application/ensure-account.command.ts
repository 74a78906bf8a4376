import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import {
  Clock,
  dangerouslySystem,
  type AccountId,
  type InstitutionId,
  type Language,
  type LocalizedText,
  type PersonId,
  type Role,
} from '@hz/kernel';
import { newId, Outbox, UnitOfWork } from '@hz/platform';
import { accountCreated, InstitutionUnknown } from '../contract';
import { emailKey } from '../domain/sign-in-rules';
import { AccountRepository } from '../persistence/account.repository';
import { PeopleRepository } from '../persistence/people.repository';
import { newAccount } from './new-account';
import { hashPassword } from './secrets';

const SETUP = dangerouslySystem('set-up');

export interface EnsuredAccount {
  readonly email: string;
  readonly password: string;
  readonly legalName: string;
  readonly legalNamePinyin?: string;
  readonly roles: readonly Role[];
  readonly institutionCode?: string;
  readonly language?: Language;
  readonly accommodation?: { extraTimePercent: number; breakMinutes: number };
}

/** For the first administrator and for demo accounts: makes the account if there is none of this address. Repeating it changes nothing. Throws InstitutionUnknown. */
@Injectable()
export class EnsureAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly people: PeopleRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run(wanted: EnsuredAccount): Promise<{ accountId: AccountId; personId: PersonId }> {
    const existing = await this.accounts.byEmailKey(emailKey(wanted.email));
    if (existing !== null) return { accountId: existing.id, personId: existing.personId };
    const institution =
      wanted.institutionCode === undefined ? null : await this.people.institutionByCode(wanted.institutionCode);
    if (wanted.institutionCode !== undefined && institution === null) throw new InstitutionUnknown();
    const { person, account } = newAccount({
      ...wanted,
      passwordHash: await hashPassword(wanted.password),
      language: wanted.language ?? 'zh',
      institutionId: institution?.id ?? null,
      at: this.clock.now(),
    });
    await this.uow.run(async (tx) => {
      const added = await this.accounts.add(tx, { ...person, ...wanted.accommodation }, account, wanted.roles);
      if (!added) return;
      await this.audit.record(
        tx,
        SETUP,
        'identity.account-created',
        { type: 'account', id: account.id },
        { roles: wanted.roles },
      );
      await this.outbox.publish(tx, accountCreated({ accountId: account.id, personId: person.id }));
    });
    const { id, personId } = (await this.accounts.byEmailKey(account.emailKey))!;
    return { accountId: id, personId };
  }
}

/** Makes an institution if there is none of this code. */
@Injectable()
export class EnsureInstitution {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: PeopleRepository,
    private readonly clock: Clock,
  ) {}

  async run({ code, name }: { code: string; name: LocalizedText }): Promise<InstitutionId> {
    const existing = await this.people.institutionByCode(code);
    if (existing !== null) return existing.id;
    const id = newId<InstitutionId>();
    await this.uow.run((tx) => this.people.addInstitution(tx, { id, code, name, createdAt: this.clock.now() }));
    return id;
  }
}
