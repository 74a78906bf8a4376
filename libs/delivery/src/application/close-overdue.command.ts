import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { AttemptRepository } from '../persistence/attempt.repository';
import { SubmitAttempt } from './submit-attempt.command';

const BATCH = 500;
const AT_ONCE = 8;

/** Hands in what is past its grace, even when the browser is gone (P4): from rows, without an upper age. */
@Injectable()
export class CloseOverdue {
  constructor(
    private readonly attempts: AttemptRepository,
    private readonly submit: SubmitAttempt,
    private readonly clock: Clock,
  ) {}

  /** Returns how many were closed in this round. */
  async run(): Promise<number> {
    const overdue = await this.attempts.overdue(this.clock.now(), BATCH);
    const queue = [...overdue];
    const work = async () => {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) await this.submit.close(id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return overdue.length;
  }
}
