import { Injectable } from '@nestjs/common';
import { KeySheets } from '@hz/assembly/keys';
import { Attempts } from '@hz/delivery';
import { Clock, type SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { Sessions } from '@hz/registration';
import type { ResultOutcome, SessionGrading } from '../contract';
import { distributionOf } from '../domain/distribution';
import { blockersOf, isReleasable } from '../domain/release';
import { GradingProgressRepository } from '../persistence/grading-progress.repository';
import { stemsOf } from './stems';

const FLAGS_SHOWN = 100;

/** How far the grading of a session has come, and what stands between it and its release. */
@Injectable()
export class SessionGradingQuery {
  constructor(
    private readonly progress: GradingProgressRepository,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly keySheets: KeySheets,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(id: SessionId): Promise<SessionGrading> {
    const session = await this.sessions.byId(id);
    const [attempts, counts, items, flags, components, results] = await Promise.all([
      this.attempts.countsOf(id),
      this.progress.attempts(this.uow.read, id),
      this.items(id),
      this.progress.flags(id, FLAGS_SHOWN),
      this.progress.components(id),
      this.results(id),
    ]);
    const blockers = blockersOf({ ...attempts, ...counts });
    const total = (pick: 'waiting' | 'claimed' | 'marked') => items.reduce((sum, item) => sum + item[pick], 0);
    const marking = { waiting: total('waiting'), claimed: total('claimed'), marked: total('marked') };
    return {
      sessionId: id,
      status: session.status,
      releasedAt: session.releasedAt,
      attempts,
      scored: counts.scored,
      settled: counts.settled,
      marking: { tasks: marking.waiting + marking.claimed + marking.marked, ...marking },
      items,
      flags,
      components,
      ...results,
      blockers,
      releasable: session.status === 'closed' && isReleasable(blockers),
    };
  }

  private async items(id: SessionId): Promise<SessionGrading['items']> {
    const rows = await this.progress.items(id, this.clock.now());
    const stemOf = await stemsOf(this.keySheets, rows);
    return rows.map(({ formId, itemRef, ...row }) => ({ ...row, stem: stemOf({ formId, itemRef }) }));
  }

  private async results(id: SessionId): Promise<Pick<SessionGrading, 'outcomes' | 'distribution'>> {
    const rows = await this.progress.outcomes(id);
    const count = (wanted: ResultOutcome) =>
      rows.filter(({ outcome }) => outcome === wanted).reduce((sum, { results }) => sum + results, 0);
    const byStep = new Map<number, number>();
    for (const { step, results } of rows) byStep.set(step, (byStep.get(step) ?? 0) + results);
    return {
      outcomes: { passed: count('passed'), failed: count('failed'), incomplete: count('incomplete') },
      distribution: distributionOf(byStep),
    };
  }
}
