import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem, MS_PER_MINUTE, plus } from '@hz/kernel';
import { Outbox, randomToken, SecretBox, UnitOfWork } from '@hz/platform';
import { passwordResetRequested } from '../contract';
import { AccessRepository } from '../persistence/access.repository';
import { AccountRepository } from '../persistence/account.repository';
import { RESET_REQUEST_PURPOSE } from './request-password-reset.command';
import { tokenHash } from './secrets';

const LINK_LIVES_MS = 60 * MS_PER_MINUTE;
/** So that nobody can fill another's mailbox. */
const LINKS_PER_HOUR = 3;

/** The rows that a reset touches. */
@Injectable()
export class ResetRepositories {
  constructor(
    readonly accounts: AccountRepository,
    readonly access: AccessRepository,
  ) {}
}

/** Makes the link for whoever asked, if the address has an active account. Repeating it makes no second link. */
@Injectable()
export class PreparePasswordReset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repositories: ResetRepositories,
    private readonly box: SecretBox,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async run({ requestId, sealedEmail }: { requestId: string; sealedEmail: string }): Promise<void> {
    const { accounts, access } = this.repositories;
    const emailKey = this.box
      .open(RESET_REQUEST_PURPOSE, requestId, Buffer.from(sealedEmail, 'base64'))
      .toString('utf8');
    const known = await accounts.byEmailKey(emailKey);
    if (known === null) return;
    const token = randomToken();
    const sealedToken = this.box.seal('mail-link', requestId, token).toString('base64');
    await this.uow.run(async (tx) => {
      const account = await accounts.lock(tx, known.id);
      if (account === null || account.status !== 'active') return;
      const now = this.clock.now();
      if ((await access.liveResets(tx, account.id, now)) >= LINKS_PER_HOUR) return;
      const reset = { id: requestId, tokenHash: tokenHash(token), accountId: account.id };
      if (!(await access.addReset(tx, { ...reset, expiresAt: plus(now, LINK_LIVES_MS) }))) return;
      await this.outbox.publish(
        tx,
        passwordResetRequested({ resetId: requestId, personId: account.personId, sealedToken }),
      );
      await this.audit.record(tx, dangerouslySystem('password-reset'), 'identity.password-reset-requested', {
        type: 'account',
        id: account.id,
      });
    });
  }
}
