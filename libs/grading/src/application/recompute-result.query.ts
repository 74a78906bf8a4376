import { Injectable } from '@nestjs/common';
import { KeySheets } from '@hz/assembly/keys';
import { Submissions } from '@hz/delivery';
import { hashOf, type ResultId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { profileOf, scoreForm, SCORING_VERSION } from '@hz/scoring';
import type { ResultBody } from '../contract';
import type { ResultRecord, Score } from '../domain/grading-records';
import { resultBodyOf } from '../domain/result-body';
import { ScoredAttemptRepository } from '../persistence/scored-attempt.repository';
import { Results } from './results';
import { SettlingSources } from './settling-rules';

/** What a second computation came to. `another-version`: the rules have changed since, so that equality cannot be asked for. */
export type Recomputation =
  | { same: true; body: ResultBody }
  | { same: false; why: 'another-version'; version: string }
  | { same: false; why: 'other-responses' | 'other-points' | 'other-result'; body: ResultBody };

/** Computes a result again, from the response log, the key sheet, the marks and the scheme, and compares it with the stored one (P5). */
@Injectable()
export class RecomputeResult {
  constructor(
    private readonly results: Results,
    private readonly attempts: ScoredAttemptRepository,
    private readonly submissions: Submissions,
    private readonly keySheets: KeySheets,
    private readonly sources: SettlingSources,
    private readonly uow: UnitOfWork,
  ) {}

  async run(id: ResultId): Promise<Recomputation> {
    const stored = await this.results.byId(id);
    if (stored.scoringVersion !== SCORING_VERSION)
      return { same: false, why: 'another-version', version: stored.scoringVersion };
    const attempt = (await this.attempts.find(stored.attemptId))!;
    const [submission, sheet, scores] = await Promise.all([
      this.submissions.byAttempt(stored.attemptId),
      this.keySheets.of(attempt.formId),
      this.attempts.scores(this.uow.read, stored.attemptId, stored.generation),
    ]);
    const outcome = scoreForm(sheet, submission.responses);
    const markedOf = new Map(scores.filter(isMarkers).map((score) => [score.ref, score.points]));
    const again = outcome.items.map(({ ref, points }) => ({ ref, points: points ?? markedOf.get(ref) ?? null }));
    const rules = await this.sources.rulesOf(attempt, sheet);
    const body = resultBodyOf(rules.scheme, profileOf(rules.items, again));
    if (hashOf(submission.responses) !== attempt.responsesHash) return { same: false, why: 'other-responses', body };
    const pointsOf = new Map(again.map(({ ref, points }) => [ref, points]));
    if (scores.length !== again.length || scores.some(({ ref, points }) => pointsOf.get(ref) !== points))
      return { same: false, why: 'other-points', body };
    return hashOf(body) === hashOf(bodyOf(stored)) ? { same: true, body } : { same: false, why: 'other-result', body };
  }
}

const isMarkers = ({ source }: Score): boolean => source === 'marker';

function bodyOf({ total, outcome, components, missing, skills }: ResultRecord): ResultBody {
  return { total, outcome, components, missing, skills };
}
