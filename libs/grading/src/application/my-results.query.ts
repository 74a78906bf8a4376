import { Injectable } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { Sessions } from '@hz/registration';
import { ResultNotFound, type ResultView } from '../contract';
import type { ResultRecord } from '../domain/grading-records';
import { Results } from './results';

/** A candidate's own released results. What is not released, or somebody else's, reads as not found (P9). */
@Injectable()
export class MyResults {
  constructor(
    private readonly results: Results,
    private readonly sessions: Sessions,
  ) {}

  async list(who: Principal): Promise<ResultView[]> {
    if (who.via !== 'login') return [];
    const results = await this.results.releasedOf(who.personId);
    return Promise.all(results.map((result) => this.view(result)));
  }

  async one(who: Principal, id: string): Promise<ResultView> {
    const result = await this.results.byId(id);
    const own = who.via === 'login' && result.personId === who.personId;
    if (!own || result.status !== 'final') throw new ResultNotFound();
    return this.view(result);
  }

  private async view(result: ResultRecord): Promise<ResultView> {
    const [session, scheme] = await Promise.all([
      this.sessions.byId(result.sessionId),
      this.sessions.schemeOf(result.sessionId),
    ]);
    return {
      id: result.id,
      registrationId: result.registrationId,
      total: result.total,
      outcome: result.outcome,
      passed: result.passed,
      components: result.components,
      missing: result.missing,
      skills: result.skills,
      releasedAt: result.releasedAt!,
      session: { id: session.id, code: session.code, title: session.title, opensAt: session.opensAt },
      scheme: {
        versionId: scheme.versionId,
        roleId: scheme.roleId,
        level: scheme.level,
        title: scheme.body.title,
        components: scheme.body.components.map(({ code, title }) => ({ code, title })),
      },
    };
  }
}
