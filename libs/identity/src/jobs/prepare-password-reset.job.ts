import { ListensTo, type EventHandler } from '@hz/platform';
import { PreparePasswordReset } from '../application/prepare-password-reset.command';
import { passwordResetAsked } from '../contract';

@ListensTo(passwordResetAsked, 'identity.prepare-password-reset')
export class PreparePasswordResetJob implements EventHandler<typeof passwordResetAsked.payloadType> {
  constructor(private readonly prepare: PreparePasswordReset) {}

  run(payload: typeof passwordResetAsked.payloadType): Promise<void> {
    return this.prepare.run(payload);
  }
}
