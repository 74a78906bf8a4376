import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Clock, instant, type Instant } from '@hz/kernel';
import { DataSource } from 'typeorm';

const RESYNC_MS = 10_000;
/** A look at the database's clock is as uncertain as half of its round trip; a longer one is not worth having while there is a better. */
const GOOD_ROUND_TRIP_MS = 50;
const LOOKS = 5;

interface Look {
  readonly offset: number;
  readonly roundTripMs: number;
}

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

  /**
   * Looks until a round trip was short. When none was, the offset that is known stays: a database that stood still for seconds in the
   * middle of a look would move the clock by half of that. The first time, the best look counts.
   */
  async synchronise(): Promise<void> {
    let best: Look | null = null;
    for (let look = 0; look < LOOKS; look += 1) {
      const seen = await this.look();
      if (best === null || seen.roundTripMs < best.roundTripMs) best = seen;
      if (best.roundTripMs <= GOOD_ROUND_TRIP_MS) break;
    }
    if (this.offset === null || best!.roundTripMs <= GOOD_ROUND_TRIP_MS) this.offset = best!.offset;
  }

  /** Takes the middle of the round trip as the moment at which the database looked at its clock. */
  private async look(): Promise<Look> {
    const before = performance.now();
    const [row] = await this.source.query<{ ms: string }[]>(
      'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::numeric(20,3)::text AS ms',
    );
    const after = performance.now();
    return { offset: Number(row!.ms) - (before + after) / 2, roundTripMs: after - before };
  }
}
