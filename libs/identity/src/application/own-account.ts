import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, STAFF_ROLES, type Principal } from '@hz/kernel';
import { NotFound, NotSignedIn, UnitOfWork, type Tx } from '@hz/platform';
import { PasswordTooEasy, PasswordWrong, type ChangeMe, type Me } from '../contract';
import { isTooEasy } from '../domain/sign-in-rules';
import { AccessRepository } from '../persistence/access.repository';
import { AccountRepository } from '../persistence/account.repository';
import { AccountRow } from '../persistence/identity.entities';
import { PeopleRepository } from '../persistence/people.repository';
import { hashPassword, isPassword } from './secrets';

export type SignedIn = Extract<Principal, { via: 'login' }>;

/** The principal of a signed-in person. Throws NotSignedIn for any other. */
export function signedIn(who: Principal): SignedIn {
  if (who.via !== 'login') throw new NotSignedIn();
  return who;
}

/** What a person sees and changes of the own account. */
@Injectable()
export class OwnAccount {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly people: PeopleRepository,
    private readonly access: AccessRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async view(who: SignedIn, csrfToken: string): Promise<Me> {
    const [account, person, document, institution] = await Promise.all([
      this.accounts.byId(who.accountId),
      this.people.byId(who.personId),
      this.people.document(who.personId),
      who.institutionId === null ? null : this.people.institution(who.institutionId),
    ]);
    if (account === null || person === null) throw new NotSignedIn();
    return {
      accountId: account.id,
      personId: person.id,
      email: account.email,
      displayName: person.displayName,
      legalName: person.legalName,
      legalNamePinyin: person.legalNamePinyin,
      language: person.language,
      roles: [...who.roles],
      institution: institution && { id: institution.id, name: institution.name },
      document: document && { type: document.type, masked: document.masked },
      secondFactor: {
        needed: who.roles.some((role) => STAFF_ROLES.includes(role)),
        confirmed: account.totpConfirmedAt !== null,
      },
      csrfToken,
    };
  }

  async change(who: SignedIn, change: ChangeMe): Promise<void> {
    await this.uow.run(async (tx) => {
      if (!(await this.people.change(tx, who.personId, change))) throw new NotFound();
      await this.record(tx, who, 'identity.person-changed', { fields: Object.keys(change) });
    });
  }

  /** Ends all other logins and voids reset links. Throws PasswordWrong, PasswordTooEasy. */
  async changePassword(who: SignedIn, current: string, next: string): Promise<void> {
    const account = await this.own(who);
    if (!(await isPassword(account.passwordHash, current))) throw new PasswordWrong();
    if (isTooEasy(next, account.email)) throw new PasswordTooEasy();
    const passwordHash = await hashPassword(next);
    await this.uow.run(async (tx) => {
      await tx.update(AccountRow, { id: account.id }, { passwordHash });
      const now = this.clock.now();
      await this.access.voidResets(tx, account.id, now);
      await this.access.endAll(tx, account.id, now, who.loginId);
      await this.record(tx, who, 'identity.password-changed');
    });
  }

  async signOut(who: SignedIn): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.access.end(tx, who.loginId, this.clock.now());
      await this.record(tx, who, 'identity.signed-out');
    });
  }

  async signOutEverywhere(who: SignedIn): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.access.endAll(tx, who.accountId, this.clock.now());
      await this.record(tx, who, 'identity.signed-out-everywhere');
    });
  }

  private async own(who: SignedIn): Promise<AccountRow> {
    const account = await this.accounts.byId(who.accountId);
    if (account === null) throw new NotSignedIn();
    return account;
  }

  private record(tx: Tx, who: SignedIn, action: string, details: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record(tx, who, action, { type: 'account', id: who.accountId }, details);
  }
}
