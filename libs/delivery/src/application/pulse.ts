import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { HotPool, newId } from '@hz/platform';
import { PULSE_LOST_MS } from '../domain/outages';
import { beatPulse } from '../persistence/contact-batch';

const BEAT_MS = 3_000;

/**
 * The platform's own pulse: each node of the API writes it down every few seconds. When API or database are away, a hole is left, by
 * which an outage of ours can be told from a candidate's.
 */
@Injectable()
export class Pulse implements OnApplicationShutdown {
  private readonly log = new Logger('pulse');
  private run: string = newId();
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(private readonly hot: HotPool) {}

  /** Called by the process that serves candidates, once it serves. */
  start(): void {
    this.beating = this.beat();
    void this.beating.then(() => this.next());
  }

  /** One beat. A beat that fails is the hole that it leaves. */
  async beat(): Promise<void> {
    try {
      this.run = await beatPulse(this.hot.pool, this.run, newId(), PULSE_LOST_MS);
    } catch (error) {
      this.log.warn({ error: error instanceof Error ? error.message : String(error) });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.beating;
  }

  private next(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => this.start(), BEAT_MS);
    this.timer.unref();
  }
}
