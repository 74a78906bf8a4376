import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** The figures of one process, in the form that Prometheus reads. A context asks for its own by name; asking twice gives the same one. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();

  /** Starts the figures of the process itself (memory, event loop). Called by an app, not by tests of a context. */
  observeProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Counter<Label> {
    return this.once(name, () => new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] }));
  }

  gauge<Label extends string>(name: string, help: string, labelNames: readonly Label[] = []): Gauge<Label> {
    return this.once(name, () => new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] }));
  }

  histogram<Label extends string>(
    name: string,
    help: string,
    buckets: readonly number[],
    labelNames: readonly Label[] = [],
  ): Histogram<Label> {
    return this.once(
      name,
      () =>
        new Histogram({ name, help, buckets: [...buckets], labelNames: [...labelNames], registers: [this.registry] }),
    );
  }

  /** All figures as text (Prometheus exposition format 0.0.4). */
  text(): Promise<string> {
    return this.registry.metrics();
  }

  private once<Metric>(name: string, make: () => Metric): Metric {
    return (this.registry.getSingleMetric(name) as Metric | undefined) ?? make();
  }
}
