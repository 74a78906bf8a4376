import { Injectable } from '@nestjs/common';
import { Attempts } from '@hz/delivery';
import type { Principal, SessionId } from '@hz/kernel';
import { TestSwitches, UnitOfWork } from '@hz/platform';
import { MarkSessionReleased, Sessions } from '@hz/registration';
import { SessionCannotBecome } from '@hz/registration/contract';
import type { ReleaseView } from '../contract';
import { FinaliseResults } from './finalise-results';

/**
 * Releases a session: all its results become final and visible in one transaction, or none. Refuses with precise counts while an
 * attempt runs, is unscored, waits for a marker or is being settled. A repeat changes nothing and gives the same answer (P2).
 */
@Injectable()
export class ReleaseSession {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly attempts: Attempts,
    private readonly markReleased: MarkSessionReleased,
    private readonly results: FinaliseResults,
    private readonly switches: TestSwitches,
  ) {}

  async run(who: Principal, sessionId: SessionId): Promise<ReleaseView> {
    return (await this.releasedView(sessionId)) ?? (await this.release(who, sessionId));
  }

  private async release(who: Principal, sessionId: SessionId): Promise<ReleaseView> {
    const { status } = await this.sessions.byId(sessionId);
    if (status !== 'closed') throw new SessionCannotBecome({ status, wanted: 'released' });
    // Nobody starts in a closed session, so these counts can only move towards the release.
    const attempts = await this.attempts.countsOf(sessionId);
    try {
      await this.uow.run(async (tx) => {
        await this.markReleased.run(tx, who, sessionId);
        await this.results.run(tx, who, sessionId, attempts);
        this.switches.crashPoint('grading.release.before-commit');
      });
    } catch (error) {
      // Two at once: the second finds the session released by the first, and answers like it.
      const view = await this.releasedView(sessionId);
      if (view !== null) return view;
      throw error;
    }
    this.switches.crashPoint('grading.release.after-commit');
    return (await this.releasedView(sessionId))!;
  }

  private async releasedView(sessionId: SessionId): Promise<ReleaseView | null> {
    const { releasedAt } = await this.sessions.byId(sessionId);
    return releasedAt === null ? null : { sessionId, releasedAt, ...(await this.results.released(sessionId)) };
  }
}
