import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem, toIso } from '@hz/kernel';
import { Outbox, UnitOfWork, type Tx } from '@hz/platform';
import { accountCreated, PasswordTooEasy, signUpRepeated, type SignUpInput } from '../contract';
import { isTooEasy } from '../domain/sign-in-rules';
import { AccountRepository } from '../persistence/account.repository';
import { newAccount } from './new-account';
import { hashPassword } from './secrets';

/** Opens a candidate's account. For an address that has one it does and says the same, and tells the owner by mail. */
@Injectable()
export class SignUp {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly accounts: AccountRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Throws PasswordTooEasy. */
  async run({ password, ...input }: SignUpInput): Promise<void> {
    if (isTooEasy(password, input.email)) throw new PasswordTooEasy();
    const passwordHash = await hashPassword(password);
    const { person, account } = newAccount({ ...input, passwordHash, at: this.clock.now() });
    await this.uow.run(async (tx) => {
      if (await this.accounts.add(tx, person, account, ['candidate'])) {
        await this.audit.record(tx, dangerouslySystem('sign-up'), 'identity.account-created', {
          type: 'account',
          id: account.id,
        });
        await this.outbox.publish(tx, accountCreated({ accountId: account.id, personId: person.id }));
        return;
      }
      await this.tellOwner(tx, account.emailKey);
    });
  }

  /** One mail a day at most, so that nobody can fill another's mailbox. */
  private async tellOwner(tx: Tx, key: string): Promise<void> {
    const owner = await this.accounts.byEmailKey(key);
    if (owner === null) return;
    const occasion = `${owner.id}.${toIso(this.clock.now()).slice(0, 10)}`;
    await this.outbox.publish(tx, signUpRepeated({ personId: owner.personId, occasion }));
    await this.audit.record(tx, dangerouslySystem('sign-up'), 'identity.sign-up-repeated', {
      type: 'account',
      id: owner.id,
    });
  }
}
