import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { CONFIG, type Config } from '../config/config';
import { queueBackend, queueConnection, queuePrefix } from './queue-backend';

export interface JobOrder {
  readonly job: string;
  readonly outboxId: string;
  readonly generation: number;
}

/** One queue for each context: the part of a job's name before the dot. */
export function queueOf(job: string): string {
  return job.slice(0, job.indexOf('.'));
}

/** The queues as their senders see them. */
@Injectable()
export class Queues implements OnApplicationShutdown {
  private readonly log = new Logger('queues');
  private readonly open = new Map<string, Queue>();

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Job ids follow from the row and its generation, so that a repeated order is one job. */
  async add(orders: readonly JobOrder[]): Promise<void> {
    for (const [name, group] of Map.groupBy(orders, (order) => queueOf(order.job))) {
      await this.queue(name).addBulk(
        group.map(({ job, outboxId, generation }) => ({
          name: job,
          data: { outboxId },
          opts: { jobId: `${job}.${outboxId}.${generation}`, removeOnComplete: true, removeOnFail: true, attempts: 1 },
        })),
      );
    }
  }

  queue(name: string): Queue {
    const existing = this.open.get(name);
    if (existing) return existing;
    const options = {
      connection: queueConnection(this.config, false) as never,
      prefix: queuePrefix(this.config, name),
    };
    const queue = new Queue(name, options, queueBackend(this.config));
    queue.on('error', (error) => this.log.warn({ queue: name, error: error.message }));
    this.open.set(name, queue);
    return queue;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.open.values()].map((queue) => queue.close()));
  }
}
