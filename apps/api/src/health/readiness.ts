import { Inject, Injectable } from '@nestjs/common';
import { assertDurable, CONFIG, DatabaseNotDurable, LaggingReads, Queues, UnitOfWork, type Config } from '@hz/platform';
import { z } from 'zod';

const PATIENCE_MS = 1_500;

export const readinessReport = z
  .object({
    status: z.enum(['ready', 'degraded', 'unavailable']),
    database: z.object({ ok: z.boolean() }),
    /** `settings` names what makes commits unsafe; empty when they are durable. */
    durability: z.object({ ok: z.boolean(), settings: z.string() }),
    /** Where reads that may lag go; null without a replica. `ageMs`: how old what it shows is. */
    replica: z.object({ ok: z.boolean(), ageMs: z.int().nullable() }).nullable(),
    queue: z.object({ ok: z.boolean(), backend: z.enum(['redis', 'postgres']) }),
  })
  .meta({ id: 'Readiness' });
export type ReadinessReport = z.infer<typeof readinessReport>;

/** Whether this process can serve. Without a queue it can: work waits in the outbox, and no answer depends on it (P6). */
@Injectable()
export class Readiness {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly queues: Queues,
    private readonly lagging: LaggingReads,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async run(): Promise<ReadinessReport> {
    const [database, durability, queue] = await Promise.all([
      answers(this.uow.read.query('SELECT 1')),
      this.durability(),
      answers(this.queues.queue('platform').getJobCounts('waiting')),
    ]);
    const replica = this.replica();
    const isWhole = queue && durability.ok && (replica?.ok ?? true);
    return {
      status: !database ? 'unavailable' : isWhole ? 'ready' : 'degraded',
      database: { ok: database },
      durability,
      replica,
      queue: { ok: queue, backend: this.config.queue.backend },
    };
  }

  private replica(): ReadinessReport['replica'] {
    const { state } = this.lagging;
    if (state === null) return null;
    return { ok: state.inUse, ageMs: state.ageMs === null ? null : Math.round(state.ageMs) };
  }

  private async durability(): Promise<ReadinessReport['durability']> {
    try {
      await inTime(assertDurable(this.uow.read));
      return { ok: true, settings: '' };
    } catch (error) {
      const settings = error instanceof DatabaseNotDurable ? String(error.params['settings']) : '';
      return { ok: false, settings };
    }
  }
}

async function answers(question: Promise<unknown>): Promise<boolean> {
  return inTime(question).then(
    () => true,
    () => false,
  );
}

/** A dependency that hangs must not make the probe hang. */
async function inTime<T>(question: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), PATIENCE_MS);
  });
  return Promise.race([question, late]).finally(() => clearTimeout(timer));
}
