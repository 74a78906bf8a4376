import { ListensTo, type EventHandler } from '@hz/platform';
import { AnswerBatch } from '../application/answer-batch.command';
import { batchWaits } from '../contract';

@ListensTo(batchWaits, 'verification.answer-batch')
export class AnswerBatchJob implements EventHandler<typeof batchWaits.payloadType> {
  constructor(private readonly answer: AnswerBatch) {}

  run({ batchId }: typeof batchWaits.payloadType): Promise<void> {
    return this.answer.run(batchId);
  }
}
