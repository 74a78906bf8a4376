import { Injectable } from '@nestjs/common';
import { JobRegistry, NotFound, queueOf, Queues, Unavailable } from '@hz/platform';
import { z } from 'zod';

export const JOB_STATES = ['waiting', 'active', 'delayed', 'failed', 'completed'] as const;
export type JobState = (typeof JOB_STATES)[number];
const MAX_JOBS = 100;

export const queueView = z
  .object({ name: z.string(), jobs: z.array(z.string()), counts: z.record(z.enum(JOB_STATES), z.int()) })
  .meta({ id: 'QueueView' });
export const jobView = z
  .object({
    id: z.string(),
    name: z.string(),
    outboxId: z.string().nullable(),
    addedAt: z.int(),
    attempts: z.int(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'QueueJobView' });

/** The queues as an administrator sees them. What matters is in the outbox; a queue only shows what is on its way. */
@Injectable()
export class QueueDashboard {
  constructor(
    private readonly registry: JobRegistry,
    private readonly queues: Queues,
  ) {}

  async list(): Promise<z.infer<typeof queueView>[]> {
    const byQueue = Map.groupBy(
      this.registry.listeners().map(({ job }) => job),
      queueOf,
    );
    const names = [...byQueue.keys()].sort();
    return Promise.all(
      names.map(async (name) => ({ name, jobs: byQueue.get(name)!.sort(), counts: await this.counts(name) })),
    );
  }

  async jobs(queue: string, state: JobState): Promise<z.infer<typeof jobView>[]> {
    const jobs = await away(this.known(queue).getJobs([state], 0, MAX_JOBS - 1));
    return jobs.map((job) => ({
      id: String(job.id),
      name: job.name,
      outboxId: (job.data as { outboxId?: string }).outboxId ?? null,
      addedAt: job.timestamp,
      attempts: job.attemptsMade,
      failure: job.failedReason ?? null,
    }));
  }

  /** Puts a failed job back. Throws NotFound when there is none of that id. */
  async retry(queue: string, id: string): Promise<void> {
    const job = await away(this.known(queue).getJob(id));
    if (job === undefined || !(await away(job.isFailed()))) throw new NotFound();
    await away(job.retry());
  }

  private async counts(name: string): Promise<Record<JobState, number>> {
    const counts = await away(this.known(name).getJobCounts(...JOB_STATES));
    return Object.fromEntries(JOB_STATES.map((state) => [state, counts[state] ?? 0])) as Record<JobState, number>;
  }

  private known(name: string) {
    if (!this.registry.listeners().some(({ job }) => queueOf(job) === name)) throw new NotFound();
    return this.queues.queue(name);
  }
}

/** A queue that cannot be reached is a known state, not an error of ours. */
async function away<T>(question: Promise<T>): Promise<T> {
  return question.catch(() => {
    throw new Unavailable();
  });
}
