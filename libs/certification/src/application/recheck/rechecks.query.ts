import { Injectable } from '@nestjs/common';
import { instant, type Instant } from '@hz/kernel';
import { decodeCursor, encodeCursor, type Page } from '@hz/platform';
import type { RecheckFaultFilter, RecheckFaultView, RecheckOverview } from '../../contract';
import { RecheckRepository } from '../../persistence/recheck.repository';

const RUNS_SHOWN = 14;

/** How the re-check stands. */
@Injectable()
export class Rechecks {
  constructor(private readonly rechecks: RecheckRepository) {}

  async overview(): Promise<RecheckOverview> {
    const [openFaults, runs] = await Promise.all([this.rechecks.openFaults(), this.rechecks.runs(RUNS_SHOWN)]);
    return { openFaults, runs };
  }

  async faults({
    limit,
    cursor,
    ...filter
  }: RecheckFaultFilter & { limit: number; cursor?: string | undefined }): Promise<Page<RecheckFaultView>> {
    const [at, id] = decodeCursor(cursor) ?? [];
    const after = at === undefined || id === undefined ? null : { at: instant(Number(at)), id: String(id) };
    const found = await this.rechecks.faults(filter, limit + 1, after);
    const rows = found.slice(0, limit);
    const last = rows.at(-1);
    const nextCursor = found.length > limit && last ? encodeCursor([last.firstSeenAt, last.id]) : null;
    return { rows, nextCursor, total: null };
  }

  /** For the figures: open faults, and when everything was last examined; null when that never was. */
  async figures(): Promise<{ openFaults: number; lastFinishedAt: Instant | null }> {
    const [openFaults, lastFinishedAt] = await Promise.all([
      this.rechecks.openFaults(),
      this.rechecks.lastFinishedAt(),
    ]);
    return { openFaults, lastFinishedAt };
  }
}
