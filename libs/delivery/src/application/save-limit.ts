import { performance } from 'node:perf_hooks';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@hz/platform';
import type { AttemptId } from '@hz/kernel';
import { SavingTooFast } from '../contract';
import { taken } from '../domain/allowance';

const MAX_KEPT = 20_000;
const MS_PER_SECOND = 1_000;

/**
 * Keeps one attempt from filling the log that all share. It counts by attempt and not by address, which a whole school has in common; in
 * the memory of this node, since a query would cost more than the save; and a person never comes near it.
 */
@Injectable()
export class SaveLimit {
  private readonly fullAt = new Map<AttemptId, number>();

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'saveLimit'>) {}

  /** Throws SavingTooFast, with the time to wait. */
  take(id: AttemptId, saves: number): void {
    const taking = taken(this.fullAt.get(id) ?? null, this.config.saveLimit, saves, performance.now());
    if ('waitMs' in taking) throw new SavingTooFast({ retryAfterSeconds: Math.ceil(taking.waitMs / MS_PER_SECOND) });
    if (this.fullAt.size >= MAX_KEPT) this.fullAt.delete(this.fullAt.keys().next().value!);
    this.fullAt.set(id, taking.fullAt);
  }
}
