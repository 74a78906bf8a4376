import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { PasswordTooEasy, ResetLinkSpent } from '../contract';
import { isTooEasy } from '../domain/sign-in-rules';
import { AccessRepository } from '../persistence/access.repository';
import { AccountRepository } from '../persistence/account.repository';
import { AccountRow } from '../persistence/identity.entities';
import { KnownDevices } from './known-devices';
import { hashPassword, tokenHash } from './secrets';

/** Sets a new password by a mailed link. */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly access: AccessRepository,
    private readonly devices: KnownDevices,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * Ends all logins and voids all other links. Returns a mark for this browser, since who reads the account's mail is no stranger:
   * an owner whom guessers slow down gets in this way. Throws ResetLinkSpent, PasswordTooEasy.
   */
  async run(token: string, password: string): Promise<string> {
    const passwordHash = await hashPassword(password);
    return this.uow.run(async (tx) => {
      const now = this.clock.now();
      const accountId = await this.access.spendReset(tx, tokenHash(token), now);
      const account = accountId && (await this.accounts.lock(tx, accountId));
      if (!account || account.status !== 'active') throw new ResetLinkSpent();
      if (isTooEasy(password, account.email)) throw new PasswordTooEasy();
      await tx.update(AccountRow, { id: account.id }, { passwordHash });
      await this.access.voidResets(tx, account.id, now);
      await this.access.endAll(tx, account.id, now);
      await this.audit.record(tx, dangerouslySystem('password-reset'), 'identity.password-reset', {
        type: 'account',
        id: account.id,
      });
      return this.devices.newMark(account.emailKey);
    });
  }
}
