import { Injectable } from '@nestjs/common';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';
import { SettleResult } from './settle-result.command';

const BATCH = 200;

/** Settles what is fully marked and has no result that holds all marks, however that came about. */
@Injectable()
export class SettleFinished {
  constructor(
    private readonly attempts: ScoredAttemptRepository,
    private readonly settle: SettleResult,
  ) {}

  async run(): Promise<void> {
    for (const attemptId of await this.attempts.finishedUnsettled(BATCH)) await this.settle.run(attemptId);
  }
}
