import { Injectable } from '@nestjs/common';
import { Clock, MS_PER_DAY, plus } from '@hz/kernel';
import { BatchRepository } from '../persistence/batch.repository';
import { QueryRepository } from '../persistence/query.repository';
import { BATCH_KEPT_DAYS } from './batches';

const KEPT_DAYS = 30;
/** So long an institution hears of changes after it last asked. */
const INTEREST_DAYS = 365;

/** Forgets who asked about certificates more than thirty days ago, and batches after a week (P10). */
@Injectable()
export class ForgetQueries {
  constructor(
    private readonly queries: QueryRepository,
    private readonly batches: BatchRepository,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const before = (days: number) => plus(this.clock.now(), -days * MS_PER_DAY);
    await this.queries.forgetBefore(before(KEPT_DAYS), before(INTEREST_DAYS));
    await this.batches.forgetBefore(before(BATCH_KEPT_DAYS));
  }
}
