import { Injectable } from '@nestjs/common';
import { Outbox, UnitOfWork } from '@hz/platform';
import { batchWaits } from '../contract';
import { BatchRepository } from '../persistence/batch.repository';
import { BatchAnswers } from './batch-answers';
import { BatchTools } from './batch-tools';
import { RecordQueries } from './record-queries';

const LINES_AT_ONCE = 200;

/**
 * Answers the next lines of a batch and writes them in one transaction, with the event that calls for those after them. Repeating it, or
 * doing it twice at a time, answers no line twice; after a crash it goes on where it was.
 */
@Injectable()
export class AnswerBatch {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly batches: BatchRepository,
    private readonly answers: BatchAnswers,
    private readonly record: RecordQueries,
    private readonly outbox: Outbox,
    private readonly tools: BatchTools,
  ) {}

  async run(batchId: string): Promise<void> {
    const batch = await this.batches.open(batchId);
    if (batch === null) return;
    const lines = await this.batches.questions(batchId, LINES_AT_ONCE);
    const answered = await this.answers.to(batch, lines);
    await this.uow.run(async (tx) => {
      const locked = await this.batches.lockOpen(tx, batchId);
      if (locked?.answered !== batch.answered) return;
      const sealed = answered.map(({ line, sealed: answer }) => ({ line, answer }));
      const count = await this.batches.write(tx, batch, sealed, this.tools.clock.now());
      await this.record.within(
        tx,
        batch.asker,
        answered.flatMap(({ asked }) => asked),
      );
      if (count < batch.lines) await this.outbox.publish(tx, batchWaits({ batchId, from: count }));
    });
  }
}
