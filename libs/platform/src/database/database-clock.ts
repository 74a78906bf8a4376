import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, instant, type Instant } from '@hz/kernel';
import { DataSource } from 'typeorm';

const RESYNC_MS = 10_000;

/**
 * The database's clock, read at start and every ten seconds and carried on in between by this machine's monotonic counter:
 * a node whose own clock is wrong by an hour gives the same deadlines as all others (P4).
 */
@Injectable()
export class DatabaseClock extends Clock implements OnApplicationBootstrap, OnApplicationShutdown {
  private offset: number | null = null;
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly source: DataSource) {
    super();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.synchronise();
    this.timer = setInterval(() => void this.synchronise().catch(() => undefined), RESYNC_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  now(): Instant {
    if (this.offset === null) throw new Error('the clock was asked before it was set by the database');
    return instant(performance.now() + this.offset);
  }

  /** Takes the middle of the round trip as the moment at which the database looked at its clock. */
  async synchronise(): Promise<void> {
    const before = performance.now();
    const [row] = await this.source.query<{ ms: string }[]>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::numeric(20,3)::text AS ms',
    );
    const after = performance.now();
    this.offset = Number(row!.ms) - (before + after) / 2;
  }
}
