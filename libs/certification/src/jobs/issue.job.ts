import { ListensTo, type EventHandler } from '@hz/platform';
import { IssueCertificate } from '../application/issue-certificate.command';
import { certificateIntended } from '../contract';

@ListensTo(certificateIntended, 'certification.issue')
export class IssueJob implements EventHandler<typeof certificateIntended.payloadType> {
  constructor(private readonly issue: IssueCertificate) {}

  run({ number }: typeof certificateIntended.payloadType): Promise<void> {
    return this.issue.run(number);
  }
}
