import { Injectable, Logger } from '@nestjs/common';
import { Clock, dangerouslySystem, type AttemptId } from '@hz/kernel';
import { TestSwitches, UnitOfWork } from '@hz/platform';
import { AttemptRepository } from '../persistence/attempt.repository';
import { HandIn } from './hand-in';

const BATCH = 500;
const AT_ONCE = 4;
const WORKER = dangerouslySystem('close-overdue');

/** Hands in what is past its grace, even when the browser is gone (P4): from rows, without an upper age. */
@Injectable()
export class CloseOverdue {
  private readonly log = new Logger('close-overdue');

  constructor(
    private readonly uow: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly handIn: HandIn,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /** Returns how many were closed in this round. One that fails does not keep the others; it is tried again in the next round. */
  async run(): Promise<number> {
    const overdue = await this.attempts.overdue(this.clock.now(), BATCH);
    let closed = 0;
    const work = async () => {
      for (let id = overdue.shift(); id !== undefined; id = overdue.shift()) if (await this.tryClose(id)) closed += 1;
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return closed;
  }

  private async tryClose(id: AttemptId): Promise<boolean> {
    try {
      return await this.close(id);
    } catch (error) {
      this.log.error({ attemptId: id, error: error instanceof Error ? error.message : String(error) });
      return false;
    }
  }

  /** It is stamped with its deadline, not with the moment of the sweep. */
  private async close(id: AttemptId): Promise<boolean> {
    const closed = await this.uow.run(async (tx) => {
      const attempt = await this.attempts.lock(tx, id);
      if (attempt === null || attempt.status !== 'started' || this.clock.now() <= attempt.graceEndsAt!) return false;
      await this.handIn.run(tx, WORKER, attempt, { by: 'worker', at: attempt.deadlineAt! });
      return true;
    });
    this.switches.crashPoint('delivery.close.after-commit');
    return closed;
  }
}
