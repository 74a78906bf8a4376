import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, HotPool, Metrics, sqlStateOf, TestSwitches, Unavailable, type Config } from '@hz/platform';
import { SavesQueuedUp } from '../contract';
import { appendBatch, type PendingSave, type Protections, type SaveOutcome } from '../persistence/save-batch';

const MAX_WAITING = 5_000;
const MAX_BATCHES_AT_ONCE = 2;
const RETRY_AFTER_SECONDS = 1;
/** SQLSTATE classes "data exception" and "integrity constraint violation": one row is at fault, and not the database. */
const FAULT_OF_A_ROW = /^2[23]/;

interface Waiting {
  readonly save: PendingSave;
  readonly resolve: (outcome: SaveOutcome) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Group commit: saves that arrive within a few milliseconds go in one statement and one commit, and each caller is answered after
 * that commit (P1). An error leaves the commit in doubt, so that nobody is told "saved"; the client sends again under the same number.
 */
@Injectable()
export class ResponseWriter implements OnApplicationShutdown {
  private readonly log = new Logger('response-writer');
  private readonly batchSizes;
  private readonly protections: Protections;
  private waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | undefined;
  private turn: NodeJS.Immediate | undefined;
  private running = 0;
  private arrivals = 0;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'saveBatch'>,
    private readonly hot: HotPool,
    private readonly switches: TestSwitches,
    metrics: Metrics,
  ) {
    this.protections = { lease: !switches.without('lease-check'), deadline: !switches.without('deadline-check') };
    this.batchSizes = metrics.histogram(
      'hz_save_batch_rows',
      'Saves in one commit',
      [1, 2, 5, 10, 20, 50, 100, 200, 500],
      [],
    );
  }

  /** Rejects with SavesQueuedUp when too much waits already, with Unavailable when the database did not answer. */
  append(save: PendingSave): Promise<SaveOutcome> {
    if (this.waiting.length >= MAX_WAITING) {
      return Promise.reject(new SavesQueuedUp({ retryAfterSeconds: RETRY_AFTER_SECONDS }));
    }
    return new Promise((resolve, reject) => {
      this.waiting.push({ save: this.numbered(save), resolve, reject });
      if (this.switches.without('commit-before-ack')) resolve({ saved: true, receivedAt: Date.now(), late: false });
      if (this.waiting.length >= this.config.saveBatch.rows) this.flush();
      else this.schedule();
    });
  }

  /**
   * While nothing is being written, what has just arrived goes at once; otherwise it goes together when that write is done. A write
   * that takes long (a lock, a slow disk) is not waited for: another begins beside it.
   */
  private schedule(): void {
    const isIdle = this.running === 0 && !this.switches.without('commit-before-ack');
    if (isIdle) this.turn ??= setImmediate(() => this.flush());
    else this.timer ??= setTimeout(() => this.flush(), this.config.saveBatch.ms);
  }

  async onApplicationShutdown(): Promise<void> {
    while (this.waiting.length > 0 || this.running > 0) {
      this.flush();
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  private flush(): void {
    clearTimeout(this.timer);
    clearImmediate(this.turn);
    this.timer = undefined;
    this.turn = undefined;
    if (this.waiting.length === 0 || this.running >= MAX_BATCHES_AT_ONCE) return;
    const batch = this.waiting.splice(0, this.config.saveBatch.rows).sort(byKey);
    this.running += 1;
    void this.write(batch).finally(() => {
      this.running -= 1;
      if (this.waiting.length > 0) this.flush();
    });
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    this.batchSizes.observe({}, batch.length);
    try {
      this.switches.crashPoint('delivery.save.before-commit');
      const saves = batch.map(({ save }) => save);
      const outcomes = await appendBatch(this.hot.pool, saves, this.protections);
      this.switches.crashPoint('delivery.save.after-commit');
      batch.forEach(({ resolve }, index) => resolve(outcomes[index]!));
    } catch (error) {
      this.log.warn({ saves: batch.length, error: error instanceof Error ? error.message : String(error) });
      if (batch.length > 1 && FAULT_OF_A_ROW.test(sqlStateOf(error) ?? '')) return this.writeOneByOne(batch);
      for (const { reject } of batch) reject(new Unavailable({ retryAfterSeconds: RETRY_AFTER_SECONDS }));
    }
  }

  /** A row that the database cannot take fails alone and does not keep others from being saved. */
  private async writeOneByOne(batch: readonly Waiting[]): Promise<void> {
    for (const one of batch) await this.write([one]);
  }

  /** With the protection switched off, what arrives last wins, and a repeat counts again. */
  private numbered(save: PendingSave): PendingSave {
    if (!this.switches.without('sequence-key')) return save;
    this.arrivals += 1;
    return { ...save, seq: save.seq + 1_000_000 + this.arrivals * 1_000 };
  }
}

/** One order for all writers, so that two batches cannot wait for each other. */
function byKey(a: Waiting, b: Waiting): number {
  if (a.save.attemptId !== b.save.attemptId) return a.save.attemptId < b.save.attemptId ? -1 : 1;
  return a.save.seq - b.save.seq;
}
