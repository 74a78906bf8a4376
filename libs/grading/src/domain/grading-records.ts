import type {
  AttemptId,
  FormId,
  Instant,
  InstitutionId,
  PersonId,
  Points,
  RegistrationId,
  ResultId,
  SchemeVersionId,
  SessionId,
} from '@hz/kernel';
import type { OutcomeDetail } from '@hz/scoring/contract';
import type { ResultBody, ResultStatus } from '../contract';

/** An attempt that the machine has scored. */
export interface ScoredAttempt {
  readonly attemptId: AttemptId;
  readonly sessionId: SessionId;
  readonly registrationId: RegistrationId;
  readonly personId: PersonId;
  readonly formId: FormId;
  readonly schemeVersionId: SchemeVersionId;
  readonly institutionIds: readonly InstitutionId[];
  readonly generation: number;
  readonly scoringVersion: string;
  readonly responsesHash: string;
  readonly scoredAt: Instant;
  readonly settledAt: Instant | null;
  readonly releasedAt: Instant | null;
}

/** The points of one item in one generation. */
export interface Score {
  readonly ref: string;
  readonly points: Points;
  readonly maxPoints: Points;
  readonly source: 'machine' | 'marker';
  readonly outcome: OutcomeDetail;
}

/** What a sitting came to, with what it stands on. */
export interface ResultRecord extends ResultBody {
  readonly id: ResultId;
  readonly attemptId: AttemptId;
  readonly registrationId: RegistrationId;
  readonly sessionId: SessionId;
  readonly personId: PersonId;
  readonly schemeVersionId: SchemeVersionId;
  readonly generation: number;
  readonly scoringVersion: string;
  readonly passed: boolean;
  readonly status: ResultStatus;
  readonly releasedAt: Instant | null;
}
