import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, STAFF_ROLES, type Principal } from '@hz/kernel';
import { NotFound, NotSignedIn, UnitOfWork, type Tx } from '@hz/platform';
import { CodeWrong, NoSetUp, PasswordTooEasy, PasswordWrong, type ChangeMe, type Me } from '../contract';
import { isTooEasy } from '../domain/sign-in-rules';
import { AccessRepository } from '../persistence/access.repository';
import { AccountRepository } from '../persistence/account.repository';
import { AccountRow } from '../persistence/identity.entities';
import { PeopleRepository } from '../persistence/people.repository';
import { hashPassword, isPassword } from './secrets';
import { SecondFactor } from './second-factor';

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
    private readonly secondFactor: SecondFactor,
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

  /** Ends all other logins. Throws PasswordWrong, PasswordTooEasy. */
  async changePassword(who: SignedIn, current: string, next: string): Promise<void> {
    const account = await this.own(who);
    if (!(await isPassword(account.passwordHash, current))) throw new PasswordWrong();
    if (isTooEasy(next, account.email)) throw new PasswordTooEasy();
    const passwordHash = await hashPassword(next);
    await this.uow.run(async (tx) => {
      await tx.update(AccountRow, { id: account.id }, { passwordHash });
      await this.access.endAll(tx, account.id, this.clock.now(), who.loginId);
      await this.record(tx, who, 'identity.password-changed');
    });
  }

  async signOutEverywhere(who: SignedIn): Promise<void> {
    await this.uow.run(async (tx) => {
      await this.access.endAll(tx, who.accountId, this.clock.now());
      await this.record(tx, who, 'identity.signed-out-everywhere');
    });
  }

  /** Begins the set-up of the second factor; it counts once a code confirms it. */
  async setUpTotp(who: SignedIn): Promise<{ secret: string; uri: string }> {
    const account = await this.own(who);
    const { sealed, secret, uri } = this.secondFactor.newSecret(account);
    await this.uow.run(async (tx) => {
      await tx.update(
        AccountRow,
        { id: account.id },
        { totpSecretEncrypted: sealed, totpConfirmedAt: null, totpLastStep: '0' },
      );
      await this.record(tx, who, 'identity.totp-set-up');
    });
    return { secret, uri };
  }

  /** Confirms the set-up and returns recovery codes, once. Throws NoSetUp, CodeWrong. */
  async confirmTotp(who: SignedIn, code: string): Promise<string[]> {
    const account = await this.own(who);
    if (account.totpSecretEncrypted === null) throw new NoSetUp();
    return this.uow.run(async (tx) => {
      if (!(await this.secondFactor.accepts(tx, account, code))) throw new CodeWrong();
      await tx.update(AccountRow, { id: account.id }, { totpConfirmedAt: this.clock.now() });
      await this.record(tx, who, 'identity.totp-confirmed');
      return this.secondFactor.newRecoveryCodes(tx, account);
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
