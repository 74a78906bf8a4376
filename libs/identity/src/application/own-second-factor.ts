import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock } from '@hz/kernel';
import { NotSignedIn, UnitOfWork, type Tx } from '@hz/platform';
import { CodeWrong, CurrentCodeNeeded, NoSetUp } from '../contract';
import { AccessRepository } from '../persistence/access.repository';
import { AccountRepository } from '../persistence/account.repository';
import { AccountRow } from '../persistence/identity.entities';
import type { SignedIn } from './own-account';
import { SecondFactor } from './second-factor';

/** Setting the own second factor up, and replacing it. */
@Injectable()
export class OwnSecondFactor {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly access: AccessRepository,
    private readonly secondFactor: SecondFactor,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins the set-up; a factor in force stays so until a code confirms the new one. To replace it takes a code of it or a recovery
   * code: a signed-in browser alone must not shed the second factor. Throws CurrentCodeNeeded, CodeWrong.
   */
  setUp(who: SignedIn, currentCode: string | undefined): Promise<{ secret: string; uri: string }> {
    return this.uow.run(async (tx) => {
      const account = await this.lockOwn(tx, who);
      if (account.totpConfirmedAt !== null) await this.provePresent(tx, account, currentCode);
      const { sealed, secret, uri } = this.secondFactor.newSecret(account);
      await tx.update(AccountRow, { id: account.id }, { totpPendingEncrypted: sealed });
      await this.record(tx, who, 'identity.totp-set-up');
      return { secret, uri };
    });
  }

  /** Confirms the set-up, ends all other logins and returns recovery codes, once. Throws NoSetUp, CodeWrong. */
  confirm(who: SignedIn, code: string): Promise<string[]> {
    return this.uow.run(async (tx) => {
      const account = await this.lockOwn(tx, who);
      const { totpPendingEncrypted: pending } = account;
      if (pending === null) throw new NoSetUp();
      const step = this.secondFactor.stepOf(account, pending, code);
      if (step === null) throw new CodeWrong();
      const now = this.clock.now();
      await tx.update(
        AccountRow,
        { id: account.id },
        { totpSecretEncrypted: pending, totpPendingEncrypted: null, totpConfirmedAt: now, totpLastStep: String(step) },
      );
      await this.access.endAll(tx, account.id, now, who.loginId);
      await this.record(tx, who, 'identity.totp-confirmed');
      return this.secondFactor.newRecoveryCodes(tx, account);
    });
  }

  private async provePresent(tx: Tx, account: AccountRow, code: string | undefined): Promise<void> {
    if (code === undefined) throw new CurrentCodeNeeded();
    if (!(await this.secondFactor.passes(tx, account, code))) throw new CodeWrong();
  }

  private async lockOwn(tx: Tx, who: SignedIn): Promise<AccountRow> {
    const account = await this.accounts.lock(tx, who.accountId);
    if (account === null) throw new NotSignedIn();
    return account;
  }

  private record(tx: Tx, who: SignedIn, action: string): Promise<void> {
    return this.audit.record(tx, who, action, { type: 'account', id: who.accountId });
  }
}
