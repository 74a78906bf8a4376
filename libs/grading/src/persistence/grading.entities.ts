import { instantColumn } from '@hz/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AttemptId,
  FormId,
  Instant,
  InstitutionId,
  ItemVersionId,
  MarkingTaskId,
  PersonId,
  Points,
  RegistrationId,
  ResultId,
  SchemeVersionId,
  SessionId,
} from '@hz/kernel';
import type { OutcomeDetail } from '@hz/scoring/contract';
import type { ResultBody, ResultOutcome, ResultStatus } from '../contract';
import type { TaskStatus } from '../domain/marking-task';

const schema = 'grading';
const pointsColumn = (name: string, nullable = false) =>
  ({ name, type: 'numeric', precision: 16, scale: 4, nullable }) as const;

@Entity({ schema, name: 'scored_attempt' })
export class ScoredAttemptRow {
  @PrimaryColumn({ name: 'attempt_id', type: 'uuid' }) attemptId: AttemptId;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId: SessionId;
  @Column({ name: 'registration_id', type: 'uuid' }) registrationId: RegistrationId;
  @Column({ name: 'person_id', type: 'uuid' }) personId: PersonId;
  @Column({ name: 'form_id', type: 'uuid' }) formId: FormId;
  @Column({ name: 'scheme_version_id', type: 'uuid' }) schemeVersionId: SchemeVersionId;
  @Column({ name: 'institution_ids', type: 'uuid', array: true }) institutionIds: InstitutionId[];
  @Column({ name: 'generation', type: 'integer' }) generation: number;
  @Column({ name: 'scoring_version', type: 'text' }) scoringVersion: string;
  @Column({ name: 'responses_hash', type: 'text' }) responsesHash: string;
  @Column(instantColumn('scored_at')) scoredAt: Instant;
  @Column(instantColumn('settled_at', { nullable: true })) settledAt: Instant | null;
  @Column(instantColumn('released_at', { nullable: true })) releasedAt: Instant | null;
}

@Entity({ schema, name: 'score' })
export class ScoreRow {
  @PrimaryColumn({ name: 'attempt_id', type: 'uuid' }) attemptId: AttemptId;
  @PrimaryColumn({ name: 'item_ref', type: 'text' }) itemRef: string;
  @PrimaryColumn({ name: 'generation', type: 'integer' }) generation: number;
  @Column(pointsColumn('points')) points: Points;
  @Column(pointsColumn('max_points')) maxPoints: Points;
  @Column({ name: 'source', type: 'text' }) source: 'machine' | 'marker';
  @Column({ name: 'outcome', type: 'jsonb' }) outcome: OutcomeDetail;
}

@Entity({ schema, name: 'marking_task' })
export class MarkingTaskRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: MarkingTaskId;
  @Column({ name: 'attempt_id', type: 'uuid' }) attemptId: AttemptId;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId: SessionId;
  @Column({ name: 'form_id', type: 'uuid' }) formId: FormId;
  @Column({ name: 'item_ref', type: 'text' }) itemRef: string;
  @Column({ name: 'item_version_id', type: 'uuid' }) itemVersionId: ItemVersionId;
  @Column({ name: 'generation', type: 'integer' }) generation: number;
  @Column({ name: 'script_no', type: 'text' }) scriptNo: string;
  @Column({ name: 'response', type: 'text' }) response: string;
  @Column(pointsColumn('max_points')) maxPoints: Points;
  @Column({ name: 'status', type: 'text' }) status: TaskStatus;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @Column({ name: 'claimed_by', type: 'uuid', nullable: true }) claimedBy: PersonId | null;
  @Column(instantColumn('claimed_until', { nullable: true })) claimedUntil: Instant | null;
  @Column({ name: 'marks', type: 'jsonb', nullable: true }) marks: Record<string, Points> | null;
  @Column({ name: 'comment', type: 'text', nullable: true }) comment: string | null;
  @Column(pointsColumn('points', true)) points: Points | null;
  @Column({ name: 'marked_by', type: 'uuid', nullable: true }) markedBy: PersonId | null;
  @Column(instantColumn('marked_at', { nullable: true })) markedAt: Instant | null;
}

export const ACT_KINDS = ['claimed', 'marked', 'undone', 'skipped', 'flagged'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

@Entity({ schema, name: 'marking_act' })
export class MarkingActRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: string;
  @Column({ name: 'task_id', type: 'uuid' }) taskId: MarkingTaskId;
  @Column({ name: 'marker_id', type: 'uuid' }) markerId: PersonId;
  @Column({ name: 'kind', type: 'text' }) kind: ActKind;
  @Column({ name: 'version', type: 'integer' }) version: number;
  @Column({ name: 'details', type: 'jsonb' }) details: object;
  @Column(instantColumn('at')) at: Instant;
}

@Entity({ schema, name: 'result' })
export class ResultRow {
  @PrimaryColumn({ name: 'id', type: 'uuid' }) id: ResultId;
  @Column({ name: 'attempt_id', type: 'uuid' }) attemptId: AttemptId;
  @Column({ name: 'registration_id', type: 'uuid' }) registrationId: RegistrationId;
  @Column({ name: 'session_id', type: 'uuid' }) sessionId: SessionId;
  @Column({ name: 'person_id', type: 'uuid' }) personId: PersonId;
  @Column({ name: 'scheme_version_id', type: 'uuid' }) schemeVersionId: SchemeVersionId;
  @Column({ name: 'generation', type: 'integer' }) generation: number;
  @Column({ name: 'scoring_version', type: 'text' }) scoringVersion: string;
  @Column({ name: 'outcome', type: 'text' }) outcome: ResultOutcome;
  @Column({ name: 'total_percent', type: 'numeric', precision: 6, scale: 2 }) totalPercent: Points;
  @Column({ name: 'body', type: 'jsonb' }) body: ResultBody;
  @Column({ name: 'status', type: 'text' }) status: ResultStatus;
  @Column(instantColumn('settled_at')) settledAt: Instant;
  @Column(instantColumn('released_at', { nullable: true })) releasedAt: Instant | null;
}
