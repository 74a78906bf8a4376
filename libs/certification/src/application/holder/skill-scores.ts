import { Injectable } from '@nestjs/common';
import { Framework } from '@hz/competency';
import { Results } from '@hz/grading';
import { bothNames, skillScores } from '../../domain/score-sheet';
import { CohortRepository } from '../../persistence/cohort.repository';
import type { ScoreLine } from '../documents/score-report-drawing';

/** What a certificate's holder gained in each skill. */
@Injectable()
export class SkillScores {
  constructor(
    private readonly cohorts: CohortRepository,
    private readonly results: Results,
    private readonly framework: Framework,
  ) {}

  async of(achievementId: string): Promise<ScoreLine[]> {
    const ids = await this.cohorts.resultIdsOf(achievementId);
    const results = await Promise.all(ids.map((id) => this.results.byId(id)));
    const names = new Map((await this.framework.skills()).map(({ id, name }) => [id as string, name]));
    return skillScores(results.map(({ skills }) => skills)).map(({ skillId, gained, possible }) => {
      const name = names.get(skillId);
      return { name: name === undefined ? skillId : bothNames(name), gained, outOf: possible, passMark: null };
    });
  }
}
