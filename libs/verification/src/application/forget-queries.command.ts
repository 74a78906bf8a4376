import { Injectable } from '@nestjs/common';
import { Clock, MS_PER_DAY, plus } from '@hz/kernel';
import { QueryRepository } from '../persistence/query.repository';

const KEPT_DAYS = 30;

/** Forgets who asked about certificates more than thirty days ago (P10). */
@Injectable()
export class ForgetQueries {
  constructor(
    private readonly queries: QueryRepository,
    private readonly clock: Clock,
  ) {}

  run(): Promise<void> {
    return this.queries.forgetBefore(plus(this.clock.now(), -KEPT_DAYS * MS_PER_DAY));
  }
}
