import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { AttemptId } from '@hz/kernel';
import { HotPool, Unavailable } from '@hz/platform';
import { GAP_AFTER_MS } from '../domain/outages';
import { keepBeats, type Beat } from '../persistence/contact-batch';

/** Beats of so long go in one commit. */
const GATHER_MS = 100;
const RETRY_AFTER_SECONDS = 2;

interface Waiting {
  readonly beat: Beat;
  readonly answers: { readonly resolve: () => void; readonly reject: (error: Error) => void }[];
}

/**
 * Keeps heartbeats, all of a tenth of a second in one statement: thousands of pages cost ten small commits in a second. A page is
 * answered after the commit, so that a database that is away counts as a server that cannot be reached.
 */
@Injectable()
export class ContactWriter implements OnApplicationShutdown {
  private readonly log = new Logger('contact-writer');
  private waiting = new Map<AttemptId, Waiting>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly hot: HotPool) {}

  /** Resolves when the beat is kept. Rejects with Unavailable when the database did not answer. */
  keep(beat: Beat): Promise<void> {
    return new Promise((resolve, reject) => {
      const before = this.waiting.get(beat.attemptId);
      const answers = [...(before?.answers ?? []), { resolve, reject }];
      this.waiting.set(beat.attemptId, { beat: before ? together(before.beat, beat) : beat, answers });
      this.timer ??= setTimeout(() => this.flush(), GATHER_MS);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.flush();
    await this.running;
  }

  private flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = [...this.waiting.values()];
    this.waiting = new Map();
    if (batch.length > 0) this.running = Promise.all([this.running, this.write(batch)]).then(() => undefined);
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const beats = batch.map(({ beat }) => beat);
      await keepBeats(this.hot.pool, beats, GAP_AFTER_MS);
      for (const { answers } of batch) for (const { resolve } of answers) resolve();
    } catch (error) {
      this.log.warn({ beats: batch.length, error: error instanceof Error ? error.message : String(error) });
      const refusal = new Unavailable({ retryAfterSeconds: RETRY_AFTER_SECONDS });
      for (const { answers } of batch) for (const { reject } of answers) reject(refusal);
    }
  }
}

/** Two beats of one attempt that wait together count as one. */
function together(a: Beat, b: Beat): Beat {
  return {
    ...b,
    lostForMs: Math.max(a.lostForMs, b.lostForMs),
    browserOffline: a.browserOffline || b.browserOffline,
  };
}
