import { resultReleased } from '@hz/grading/contract';
import { ListensTo, type EventHandler } from '@hz/platform';
import { AwardCertificate } from '../application/award-certificate.command';

@ListensTo(resultReleased, 'certification.award')
export class AwardJob implements EventHandler<typeof resultReleased.payloadType> {
  constructor(private readonly award: AwardCertificate) {}

  run({ resultId }: typeof resultReleased.payloadType): Promise<void> {
    return this.award.run(resultId);
  }
}
