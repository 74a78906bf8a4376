import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem, MS_PER_SECOND } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { SecondFactorNeeded, SignInFailed, SignInTooOften, type SignInInput } from '../contract';
import { emailKey, nextTryAt } from '../domain/sign-in-rules';
import { AccessRepository } from '../persistence/access.repository';
import { AccountRepository } from '../persistence/account.repository';
import type { AccountRow } from '../persistence/identity.entities';
import { Logins, type NewLogin } from './logins';
import { isPassword } from './secrets';
import { SecondFactor } from './second-factor';

/** Signs a person in by e-mail, password and, where it is set up, a second factor. */
@Injectable()
export class SignIn {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly access: AccessRepository,
    private readonly logins: Logins,
    private readonly secondFactor: SecondFactor,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Throws SignInFailed for a wrong password, an unknown address and a disabled account alike, in the same time; SecondFactorNeeded
   * when only the code is missing; SignInTooOften while this address must wait. Failures are counted per e-mail and network
   * address: a stranger who guesses does not lock the owner out.
   */
  async run(input: SignInInput, address: string, broughtToken: string | undefined): Promise<NewLogin> {
    const key = `${emailKey(input.email)} ${address}`;
    await this.refuseWhileWaiting(key);
    const account = await this.accounts.byEmailKey(emailKey(input.email));
    const right = await isPassword(account?.passwordHash ?? null, input.password);
    if (!right || account === null || account.status !== 'active') return this.fail(key, account);
    if (account.totpConfirmedAt !== null && input.code === undefined) throw new SecondFactorNeeded();
    const login = await this.uow.run(async (tx) => {
      if (!(await this.passesSecondFactor(tx, account, input.code))) return null;
      await this.access.forgetFailures(tx, key);
      await this.audit.record(tx, dangerouslySystem('sign-in'), 'identity.signed-in', {
        type: 'account',
        id: account.id,
      });
      return this.logins.begin(tx, account.id, broughtToken);
    });
    return login ?? this.fail(key, account);
  }

  private async refuseWhileWaiting(key: string): Promise<void> {
    const before = await this.access.failures(key);
    if (before === null) return;
    const wait = nextTryAt(before.failures, before.lastAt) - this.clock.now();
    if (wait > 0) throw new SignInTooOften({ retryAfterSeconds: Math.ceil(wait / MS_PER_SECOND) });
  }

  private async passesSecondFactor(tx: Tx, account: AccountRow, code: string | undefined): Promise<boolean> {
    if (account.totpConfirmedAt === null) return true;
    if (code === undefined) return false;
    if (/^\d{6}$/.test(code)) return this.secondFactor.accepts(tx, account, code);
    return this.secondFactor.spendRecoveryCode(tx, account, code);
  }

  private async fail(key: string, account: AccountRow | null): Promise<never> {
    await this.access.countFailure(key, this.clock.now());
    if (account !== null) {
      await this.uow.run((tx) =>
        this.audit.record(tx, dangerouslySystem('sign-in'), 'identity.sign-in-failed', {
          type: 'account',
          id: account.id,
        }),
      );
    }
    throw new SignInFailed();
  }
}
