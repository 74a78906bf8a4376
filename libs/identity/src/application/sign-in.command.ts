import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { dangerouslySystem } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { SecondFactorNeeded, SignInFailed, type SignInInput } from '../contract';
import { emailKey } from '../domain/sign-in-rules';
import { AccountRepository } from '../persistence/account.repository';
import type { AccountRow } from '../persistence/identity.entities';
import { Logins, type NewLogin } from './logins';
import { isPassword } from './secrets';
import { SecondFactor } from './second-factor';
import { SignInBackOff, type SignInTry } from './sign-in-back-off';

/** From where a sign-in comes: the network address and what the browser brought along. */
export interface SignInSource {
  readonly address: string;
  readonly loginToken?: string | undefined;
  readonly deviceMark?: string | undefined;
}

const SIGN_IN = dangerouslySystem('sign-in');

/** Signs a person in by e-mail, password and, where it is set up, a second factor. */
@Injectable()
export class SignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly backOff: SignInBackOff,
    private readonly logins: Logins,
    private readonly secondFactor: SecondFactor,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Throws SignInFailed for a wrong password, an unknown address and a disabled account alike, after the same work;
   * SecondFactorNeeded when only the code is missing; SignInTooOften while the caller must wait.
   */
  async run(input: SignInInput, from: SignInSource): Promise<NewLogin> {
    const key = emailKey(input.email);
    const tried = await this.backOff.begin(key, from.address, from.deviceMark);
    const account = await this.accounts.byEmailKey(key);
    const right = await isPassword(account?.passwordHash ?? null, input.password);
    if (!right || account === null || account.status !== 'active') return this.fail(tried, account);
    if (account.totpConfirmedAt !== null && input.code === undefined) {
      await this.backOff.giveBack(tried);
      throw new SecondFactorNeeded();
    }
    const login = await this.uow.run((tx) => this.begin(tx, account, input.code, tried, from.loginToken));
    return login ?? this.fail(tried, account);
  }

  /** Null when the code is wrong, or when password or status changed since the password was looked at. */
  private async begin(
    tx: Tx,
    seen: AccountRow,
    code: string | undefined,
    tried: SignInTry,
    loginToken: string | undefined,
  ): Promise<NewLogin | null> {
    const account = await this.accounts.lock(tx, seen.id);
    if (account === null || account.status !== 'active' || account.passwordHash !== seen.passwordHash) return null;
    const asksCode = account.totpConfirmedAt !== null;
    if (asksCode && (code === undefined || !(await this.secondFactor.passes(tx, account, code)))) return null;
    await this.backOff.succeeded(tx, tried);
    await this.audit.record(tx, SIGN_IN, 'identity.signed-in', { type: 'account', id: account.id });
    return this.logins.begin(tx, account, loginToken);
  }

  /** An unknown address leaves an entry too, under its blind index: so both kinds of failure take the same time. */
  private async fail(tried: SignInTry, account: AccountRow | null): Promise<never> {
    const object = account === null ? { type: 'email', id: tried.emailIndex } : { type: 'account', id: account.id };
    await this.uow.run((tx) => this.audit.record(tx, SIGN_IN, 'identity.sign-in-failed', object));
    throw new SignInFailed();
  }
}
