import { Injectable, Logger } from '@nestjs/common';
import { Clock, dangerouslySystem, type AttemptId, type SessionId } from '@hz/kernel';
import { TestSwitches, UnitOfWork } from '@hz/platform';
import { AttemptRepository, type OverdueAttempt } from '../persistence/attempt.repository';
import { HandIn } from './hand-in';

const ROUND = 2_000;
/** Attempts that end in one transaction: enough to spare commits, few enough to keep nobody waiting for a row. */
const TOGETHER = 100;
const AT_ONCE = 3;
const WORKER = dangerouslySystem('close-overdue');

interface Portion {
  readonly sessionId: SessionId;
  readonly ids: readonly AttemptId[];
}

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
    const portions = portionsOf(await this.attempts.overdue(this.clock.now(), ROUND));
    let closed = 0;
    const work = async () => {
      for (let next = portions.shift(); next !== undefined; next = portions.shift())
        closed += await this.tryClose(next);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return closed;
  }

  private async tryClose({ sessionId, ids }: Portion): Promise<number> {
    try {
      return await this.close(sessionId, ids);
    } catch (error) {
      const attempts = ids.length === 1 ? { attemptId: ids[0] } : { attempts: ids.length };
      this.log.error({ ...attempts, error: error instanceof Error ? error.message : String(error) });
      return ids.length === 1 ? 0 : this.closeOneByOne(sessionId, ids);
    }
  }

  private async closeOneByOne(sessionId: SessionId, ids: readonly AttemptId[]): Promise<number> {
    let closed = 0;
    for (const id of ids) closed += await this.tryClose({ sessionId, ids: [id] });
    return closed;
  }

  /** They are stamped with their deadlines, not with the moment of the sweep. Who is being handed in at this moment is left to that. */
  private async close(sessionId: SessionId, ids: readonly AttemptId[]): Promise<number> {
    const closed = await this.uow.run(async (tx) => {
      const locked = await this.attempts.lockFree(tx, ids);
      const now = this.clock.now();
      const endings = locked
        .filter(({ status, graceEndsAt }) => status === 'started' && now > graceEndsAt!)
        .map((attempt) => ({ attempt, who: WORKER, by: 'worker' as const, at: attempt.deadlineAt! }));
      if (endings.length > 0) await this.handIn.run(tx, sessionId, endings);
      return endings.length;
    });
    this.switches.crashPoint('delivery.close.after-commit');
    return closed;
  }
}

function portionsOf(overdue: readonly OverdueAttempt[]): Portion[] {
  const bySession = new Map<SessionId, AttemptId[]>();
  for (const { id, sessionId } of overdue) {
    const known = bySession.get(sessionId);
    if (known === undefined) bySession.set(sessionId, [id]);
    else known.push(id);
  }
  return [...bySession].flatMap(([sessionId, ids]) =>
    Array.from({ length: Math.ceil(ids.length / TOGETHER) }, (_, n) => ({
      sessionId,
      ids: ids.slice(n * TOGETHER, (n + 1) * TOGETHER),
    })),
  );
}
