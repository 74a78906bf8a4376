import { Injectable } from '@nestjs/common';
import { KeySheets } from '@hz/assembly/keys';
import { Submissions } from '@hz/delivery';
import { People } from '@hz/identity';
import { Clock, hashOf, type AttemptId, type InstitutionId } from '@hz/kernel';
import { Registrations, Sessions } from '@hz/registration';
import { SCORING_VERSION } from '@hz/scoring';
import type { ScoredAttempt } from '../domain/grading-records';

/** All that scoring needs, from the front doors of those who own it. */
@Injectable()
export class ScoringInputs {
  constructor(
    private readonly submissions: Submissions,
    private readonly registrations: Registrations,
    private readonly sessions: Sessions,
    private readonly people: People,
    private readonly keySheets: KeySheets,
    private readonly clock: Clock,
  ) {}

  async of(attemptId: AttemptId) {
    // Before anything is read: what is accepted after this moment may not be in it.
    const scoredAt = this.clock.now();
    const submission = await this.submissions.byAttempt(attemptId);
    const [registration, session, candidate, sheet] = await Promise.all([
      this.registrations.byId(submission.registrationId),
      this.sessions.byId(submission.sessionId),
      this.people.card(submission.personId),
      this.keySheets.of(submission.formId),
    ]);
    const institutions = [registration.institutionId, candidate.institutionId].filter((id) => id !== null);
    const attempt: ScoredAttempt = {
      attemptId,
      sessionId: submission.sessionId,
      registrationId: submission.registrationId,
      personId: submission.personId,
      formId: submission.formId,
      schemeVersionId: session.schemeVersionId,
      institutionIds: [...new Set<InstitutionId>(institutions)],
      generation: 1,
      scoringVersion: SCORING_VERSION,
      responsesHash: hashOf(submission.responses),
      scoredAt,
      settledAt: null,
      releasedAt: null,
    };
    return { attempt, sheet, responses: submission.responses };
  }
}
