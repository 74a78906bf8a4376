import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem, MS_PER_MINUTE, plus } from '@hz/kernel';
import { newId, Outbox, randomToken, SecretBox, UnitOfWork } from '@hz/platform';
import { PasswordTooEasy, passwordResetRequested, ResetLinkSpent } from '../contract';
import { emailKey, isTooEasy } from '../domain/sign-in-rules';
import { AccessRepository } from '../persistence/access.repository';
import { AccountRepository } from '../persistence/account.repository';
import { AccountRow } from '../persistence/identity.entities';
import { hashPassword, tokenHash } from './secrets';

const LINK_LIVES_MS = 60 * MS_PER_MINUTE;

/** A new password by a mailed link: works once, for an hour. */
@Injectable()
export class PasswordReset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly access: AccessRepository,
    private readonly box: SecretBox,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Says nothing of whether the address is known. */
  async request(email: string): Promise<void> {
    const account = await this.accounts.byEmailKey(emailKey(email));
    if (account === null || account.status !== 'active') return;
    const id = newId<never>() as string;
    const token = randomToken();
    const sealedToken = this.box.seal('mail-link', id, token).toString('base64');
    await this.uow.run(async (tx) => {
      const expiresAt = plus(this.clock.now(), LINK_LIVES_MS);
      await this.access.addReset(tx, { id, tokenHash: tokenHash(token), accountId: account.id, expiresAt });
      await this.outbox.publish(tx, passwordResetRequested({ resetId: id, personId: account.personId, sealedToken }));
      await this.audit.record(tx, dangerouslySystem('password-reset'), 'identity.password-reset-requested', {
        type: 'account',
        id: account.id,
      });
    });
  }

  /** Sets the password and ends all logins. Throws ResetLinkSpent, PasswordTooEasy. */
  async complete(token: string, password: string): Promise<void> {
    const passwordHash = await hashPassword(password);
    await this.uow.run(async (tx) => {
      const now = this.clock.now();
      const accountId = await this.access.spendReset(tx, tokenHash(token), now);
      if (accountId === null) throw new ResetLinkSpent();
      const account = (await this.accounts.lock(tx, accountId))!;
      if (isTooEasy(password, account.email)) throw new PasswordTooEasy();
      await tx.update(AccountRow, { id: accountId }, { passwordHash });
      await this.access.endAll(tx, accountId, now);
      await this.audit.record(tx, dangerouslySystem('password-reset'), 'identity.password-reset', {
        type: 'account',
        id: accountId,
      });
    });
  }
}
