import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';

/**
 * Runs one sweep at its pace, in one process at a time: a transaction-free advisory lock on a connection of its own says which.
 * Schedules live here and not in the queue, because a flushed Redis forgets its schedulers (P6).
 */
export class SweepLoop {
  private readonly log = new Logger('sweep');
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly source: DataSource,
    private readonly name: string,
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
  ) {}

  start(): void {
    this.timer = setTimeout(() => {
      this.running = this.once().finally(() => {
        if (!this.stopped) this.start();
      });
    }, this.everyMs);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private async once(): Promise<void> {
    const runner = this.source.createQueryRunner();
    let locked = false;
    try {
      const [row] = await runner.query('SELECT pg_try_advisory_lock(hashtext($1)) AS locked', [this.name]);
      locked = (row as { locked: boolean }).locked;
      if (locked) await this.work();
    } catch (error) {
      this.log.warn({ sweep: this.name, error: error instanceof Error ? error.message : String(error) });
    } finally {
      if (locked) await runner.query('SELECT pg_advisory_unlock(hashtext($1))', [this.name]).catch(() => undefined);
      await runner.release().catch(() => undefined);
    }
  }
}
