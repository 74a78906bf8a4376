import { accountCreated, passwordResetRequested, signUpRepeated } from '@hz/identity/contract';
import { ListensTo, type EventHandler } from '@hz/platform';
import { WriteMail } from '../application/write-mail.command';

@ListensTo(accountCreated, 'notification.write-welcome')
export class WriteWelcomeJob implements EventHandler<typeof accountCreated.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ accountId, personId }: typeof accountCreated.payloadType): Promise<void> {
    return this.mail.run({ personId, template: 'welcome', dedupeKey: `welcome.${accountId}`, params: { path: '/' } });
  }
}

@ListensTo(signUpRepeated, 'notification.write-sign-up-repeated')
export class WriteSignUpRepeatedJob implements EventHandler<typeof signUpRepeated.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run(payload: typeof signUpRepeated.payloadType): Promise<void> {
    return this.mail.run({
      personId: payload.personId,
      template: 'sign-up-repeated',
      dedupeKey: `sign-up-repeated.${signUpRepeated(payload).key}`,
      params: { path: '/reset-password' },
    });
  }
}

@ListensTo(passwordResetRequested, 'notification.write-password-reset')
export class WritePasswordResetJob implements EventHandler<typeof passwordResetRequested.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ resetId, personId, sealedToken }: typeof passwordResetRequested.payloadType): Promise<void> {
    return this.mail.run({
      personId,
      template: 'password-reset',
      dedupeKey: `password-reset.${resetId}`,
      params: { path: '/reset-password/', resetId, sealedToken },
    });
  }
}
