import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Rechecks } from '@hz/certification';
import { Metrics, StuckDeliveries } from '@hz/platform';

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

const TOGETHER = 200;

interface Duration {
  readonly labels: { readonly method: string; readonly route: string; readonly status: string };
  readonly seconds: number;
}

/** How long requests take, by the template of their route, and how the outbox and the re-check of certificates stand. */
@Injectable()
export class RequestMetrics implements OnModuleInit {
  private readonly waiting: Duration[] = [];
  private readonly durations;
  private readonly open;
  private readonly stuck;
  private readonly oldest;
  private readonly faults;
  private readonly rechecked;

  constructor(
    private readonly metrics: Metrics,
    private readonly deliveries: StuckDeliveries,
    private readonly rechecks: Rechecks,
  ) {
    this.durations = metrics.histogram('hz_http_request_seconds', 'Duration of requests', SECONDS, [
      'method',
      'route',
      'status',
    ]);
    this.open = metrics.gauge('hz_outbox_open', 'Deliveries that wait');
    this.stuck = metrics.gauge('hz_outbox_stuck', 'Deliveries that failed for good');
    this.oldest = metrics.gauge('hz_outbox_oldest_open_seconds', 'Age of the oldest delivery that waits');
    this.faults = metrics.gauge('hz_recheck_open_faults', 'Faults in what was issued that are not mended');
    this.rechecked = metrics.gauge('hz_recheck_last_finished_timestamp_seconds', 'When everything was last examined');
  }

  onModuleInit(): void {
    this.metrics.observeProcess();
  }

  /** Kept aside and counted many together: one by one, in the middle of a request, it costs several times as much. */
  observe(method: string, route: string, status: number, seconds: number): void {
    this.waiting.push({ labels: { method, route, status: String(status) }, seconds });
    if (this.waiting.length >= TOGETHER) this.count();
  }

  private count(): void {
    for (const { labels, seconds } of this.waiting) this.durations.observe(labels, seconds);
    this.waiting.length = 0;
  }

  /** All figures of this process; those of the outbox and the re-check are read now. */
  async text(): Promise<string> {
    this.count();
    const [{ open, stuck, oldestOpenSeconds }, { openFaults, lastFinishedAt }] = await Promise.all([
      this.deliveries.counts(),
      this.rechecks.figures(),
    ]);
    this.open.set(open);
    this.stuck.set(stuck);
    this.oldest.set(oldestOpenSeconds);
    this.faults.set(openFaults);
    this.rechecked.set((lastFinishedAt ?? 0) / 1_000);
    return this.metrics.text();
  }
}
