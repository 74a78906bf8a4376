import { Injectable } from '@nestjs/common';
import { newId, Outbox, SecretBox, UnitOfWork } from '@hz/platform';
import { passwordResetAsked } from '../contract';
import { emailKey } from '../domain/sign-in-rules';

export const RESET_REQUEST_PURPOSE = 'reset-request';

/** Takes down that somebody forgot a password. Does the same for every address; a job looks up whether it is known. */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly box: SecretBox,
    private readonly outbox: Outbox,
  ) {}

  async run(email: string): Promise<void> {
    const requestId: string = newId<never>();
    const sealedEmail = this.box.seal(RESET_REQUEST_PURPOSE, requestId, emailKey(email)).toString('base64');
    await this.uow.run((tx) => this.outbox.publish(tx, passwordResetAsked({ requestId, sealedEmail })));
  }
}
