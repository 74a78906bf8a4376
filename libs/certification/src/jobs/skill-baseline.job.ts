import { ListensTo, type EventHandler } from '@hz/platform';
import { RecordSkillBaseline } from '../application/renewal/record-baseline.command';
import { certificateIssued } from '../contract';

@ListensTo(certificateIssued, 'certification.record-skill-baseline')
export class SkillBaselineJob implements EventHandler<typeof certificateIssued.payloadType> {
  constructor(private readonly record: RecordSkillBaseline) {}

  run({ number }: typeof certificateIssued.payloadType): Promise<void> {
    return this.record.run(number);
  }
}
