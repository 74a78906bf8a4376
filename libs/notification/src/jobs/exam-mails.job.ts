import { APPEAL_DAYS, certificateIssued, certificateRevoked } from '@hz/certification/contract';
import { resultReleased } from '@hz/grading/contract';
import { ListensTo, type EventHandler } from '@hz/platform';
import { registrationConfirmed } from '@hz/registration/contract';
import { WriteMail } from '../application/write-mail.command';

@ListensTo(registrationConfirmed, 'notification.write-registration-confirmed')
export class WriteRegistrationConfirmedJob implements EventHandler<typeof registrationConfirmed.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ registrationId, personId }: typeof registrationConfirmed.payloadType): Promise<void> {
    return this.mail.run({ personId, template: 'registration-confirmed', dedupeKey: `registration.${registrationId}` });
  }
}

@ListensTo(resultReleased, 'notification.write-result-released')
export class WriteResultReleasedJob implements EventHandler<typeof resultReleased.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ resultId, personId }: typeof resultReleased.payloadType): Promise<void> {
    return this.mail.run({
      personId,
      template: 'result-released',
      dedupeKey: `result.${resultId}`,
      params: { path: `/my/results/${resultId}` },
    });
  }
}

@ListensTo(certificateIssued, 'notification.write-certificate-issued')
export class WriteCertificateIssuedJob implements EventHandler<typeof certificateIssued.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ number, personId }: typeof certificateIssued.payloadType): Promise<void> {
    return this.mail.run({
      personId,
      template: 'certificate-issued',
      dedupeKey: `certificate-issued.${number}`,
      params: { number, path: `/my/certificates/${number}` },
    });
  }
}

@ListensTo(certificateRevoked, 'notification.write-certificate-revoked')
export class WriteCertificateRevokedJob implements EventHandler<typeof certificateRevoked.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ number, personId, reason }: typeof certificateRevoked.payloadType): Promise<void> {
    return this.mail.run({
      personId,
      template: 'certificate-revoked',
      dedupeKey: `certificate-revoked.${number}`,
      params: { number, reason, appealDays: String(APPEAL_DAYS), path: `/my/certificates/${number}` },
    });
  }
}
