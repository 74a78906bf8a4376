import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Worker } from 'bullmq';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config/config';
import { DeliveryRunner } from '../outbox/delivery-runner';
import { OutboxRelay } from '../outbox/relay';
import { JobRegistry } from './job-registry';
import { queueBackend, queuePrefix } from './queue-backend';
import { QueueConnection } from './queue-connection';
import { queueOf } from './queues';
import { SweepLoop } from './sweep-loop';

const CONCURRENCY = 4;
const RELAY_EVERY_MS = 200;

/** Everything that a worker process does: relay, queue consumers, sweeps. */
@Injectable()
export class WorkerHost implements OnApplicationShutdown {
  private readonly log = new Logger('worker');
  private readonly workers: Worker[] = [];
  private readonly loops: SweepLoop[] = [];
  private readonly connection: QueueConnection;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly source: DataSource,
    private readonly registry: JobRegistry,
    private readonly relay: OutboxRelay,
    private readonly runner: DeliveryRunner,
  ) {
    this.connection = new QueueConnection(config, 'worker');
  }

  start(): void {
    this.registry.check();
    const queues = new Set(this.registry.listeners().map(({ job }) => queueOf(job)));
    for (const queue of queues) this.consume(queue);
    this.loop('platform.outbox-relay', RELAY_EVERY_MS, async () => void (await this.relay.round()));
    for (const { sweep, mark } of this.registry.sweeps()) this.loop(mark.name, mark.everyMs, () => sweep.run());
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.allSettled([
      ...this.loops.map((loop) => loop.stop()),
      ...this.workers.map((worker) => worker.close()),
    ]);
    this.connection.close();
  }

  private consume(queue: string): void {
    const worker = new Worker<{ outboxId: string }>(
      queue,
      async (job) => this.runner.run(job.name, job.data.outboxId),
      {
        connection: this.connection.option,
        prefix: queuePrefix(this.config, queue),
        concurrency: CONCURRENCY,
        lockDuration: 15_000,
        stalledInterval: 15_000,
      },
      queueBackend(this.config),
    );
    worker.on('error', (error) => this.log.warn({ queue, error: error.message }));
    worker.on('stalled', (job) => this.log.warn({ queue, job, message: 'stalled' }));
    this.workers.push(worker);
  }

  private loop(name: string, everyMs: number, run: () => Promise<void>): void {
    const loop = new SweepLoop(this.source, name, everyMs, run);
    loop.start();
    this.loops.push(loop);
  }
}
