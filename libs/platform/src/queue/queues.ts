import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Queue } from 'bullmq';
import { CONFIG, type Config } from '../config/config';
import { queueBackend, queuePrefix } from './queue-backend';
import { QueueConnection } from './queue-connection';

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
  private readonly connection: QueueConnection;

  constructor(@Inject(CONFIG) private readonly config: Config) {
    this.connection = new QueueConnection(config, 'sender');
  }

  /**
   * Job ids follow from the row and its generation, so that a repeated order is one job. Gives back the orders that their queue did not
   * take: of a Redis Cluster one node can be away while the queues on the others go on.
   */
  async add(orders: readonly JobOrder[]): Promise<readonly JobOrder[]> {
    const groups = [...Map.groupBy(orders, (order) => queueOf(order.job))];
    const untaken = await Promise.all(
      groups.map(([name, group]) =>
        this.addTo(name, group).then(
          () => [],
          (error: unknown) => {
            this.log.warn({
              queue: name,
              untaken: group.length,
              error: error instanceof Error ? error.message : error,
            });
            return group;
          },
        ),
      ),
    );
    return untaken.flat();
  }

  queue(name: string): Queue {
    const existing = this.open.get(name);
    if (existing) return existing;
    const options = {
      connection: this.connection.option,
      prefix: queuePrefix(this.config, name),
    };
    const queue = new Queue(name, options, queueBackend(this.config));
    queue.on('error', (error) => this.log.warn({ queue: name, error: error.message }));
    this.open.set(name, queue);
    return queue;
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([...this.open.values()].map((queue) => queue.close()));
    this.connection.close();
  }

  private async addTo(name: string, orders: readonly JobOrder[]): Promise<void> {
    await this.queue(name).addBulk(
      orders.map(({ job, outboxId, generation }) => ({
        name: job,
        data: { outboxId },
        opts: { jobId: `${job}.${outboxId}.${generation}`, removeOnComplete: true, removeOnFail: true, attempts: 1 },
      })),
    );
  }
}
