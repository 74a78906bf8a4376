import { ListensTo, type EventHandler } from '@hz/platform';
import { SettleResult } from '../application/settle-result.command';
import { markingFinished } from '../contract';

@ListensTo(markingFinished, 'grading.settle-result')
export class SettleResultJob implements EventHandler<typeof markingFinished.payloadType> {
  constructor(private readonly settle: SettleResult) {}

  run({ attemptId }: typeof markingFinished.payloadType): Promise<void> {
    return this.settle.run(attemptId);
  }
}
