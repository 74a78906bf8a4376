import { appealDecided, appealFiled, educationDecided, registrationEnding } from '@hz/certification/contract';
import { ListensTo, type EventHandler } from '@hz/platform';
import { WriteMail } from '../application/write-mail.command';

const CHINA_OFFSET_MS = 8 * 3_600_000;

@ListensTo(registrationEnding, 'notification.write-registration-ending')
export class WriteRegistrationEndingJob implements EventHandler<typeof registrationEnding.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ number, personId, days, endsAt }: typeof registrationEnding.payloadType): Promise<void> {
    return this.mail.run({
      personId,
      template: 'registration-ending',
      dedupeKey: `registration-ending.${number}.${days}`,
      params: {
        number,
        days: String(days),
        endsOn: new Date(endsAt + CHINA_OFFSET_MS).toISOString().slice(0, 10),
        path: `/my/certificates/${number}/renewal`,
      },
    });
  }
}

@ListensTo(educationDecided, 'notification.write-education-decided')
export class WriteEducationDecidedJob implements EventHandler<typeof educationDecided.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ recordId, personId, number, approved, reason }: typeof educationDecided.payloadType): Promise<void> {
    return this.mail.run({
      personId,
      template: approved ? 'education-approved' : 'education-refused',
      dedupeKey: `education-decided.${recordId}`,
      params: { reason: reason ?? '', path: `/my/certificates/${number}/renewal` },
    });
  }
}

@ListensTo(appealFiled, 'notification.write-appeal-filed')
export class WriteAppealFiledJob implements EventHandler<typeof appealFiled.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ appealId, number, personId }: typeof appealFiled.payloadType): Promise<void> {
    return this.mail.run({
      personId,
      template: 'appeal-filed',
      dedupeKey: `appeal-filed.${appealId}`,
      params: { number, path: `/my/certificates/${number}` },
    });
  }
}

@ListensTo(appealDecided, 'notification.write-appeal-decided')
export class WriteAppealDecidedJob implements EventHandler<typeof appealDecided.payloadType> {
  constructor(private readonly mail: WriteMail) {}

  run({ appealId, number, personId, outcome, reason, newNumber }: typeof appealDecided.payloadType): Promise<void> {
    return this.mail.run({
      personId,
      template: outcome === 'upheld' ? 'appeal-upheld' : 'appeal-refused',
      dedupeKey: `appeal-decided.${appealId}`,
      params: { number, reason, newNumber: newNumber ?? '', path: `/my/certificates/${newNumber ?? number}` },
    });
  }
}
