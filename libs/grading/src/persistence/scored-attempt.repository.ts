import { Injectable } from '@nestjs/common';
import { sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import type { AttemptId, Instant, SessionId } from '@hz/kernel';
import type { EntityManager } from 'typeorm';
import type { Score, ScoredAttempt } from '../domain/grading-records';
import { ScoredAttemptRow } from './grading.entities';

@Injectable()
export class ScoredAttemptRepository {
  constructor(private readonly uow: UnitOfWork) {}

  async find(attemptId: AttemptId): Promise<ScoredAttempt | null> {
    return this.uow.read.findOneBy(ScoredAttemptRow, { attemptId });
  }

  async lock(tx: Tx, attemptId: AttemptId): Promise<ScoredAttempt | null> {
    return tx.findOne(ScoredAttemptRow, { where: { attemptId }, lock: { mode: 'pessimistic_write' } });
  }

  /** All of a session, ids ascending, so that two who lock them meet at the first. */
  async lockSession(tx: Tx, sessionId: SessionId): Promise<ScoredAttempt[]> {
    return tx.find(ScoredAttemptRow, {
      where: { sessionId },
      order: { attemptId: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** Whether the row is new: false when the attempt was scored before. */
  async add(tx: Tx, attempt: ScoredAttempt): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO grading.scored_attempt (attempt_id, session_id, registration_id, person_id, form_id, scheme_version_id,
                                           institution_ids, generation, scoring_version, responses_hash, scored_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (attempt_id) DO NOTHING RETURNING 1`,
      [
        attempt.attemptId,
        attempt.sessionId,
        attempt.registrationId,
        attempt.personId,
        attempt.formId,
        attempt.schemeVersionId,
        attempt.institutionIds,
        attempt.generation,
        attempt.scoringVersion,
        attempt.responsesHash,
        sqlTime(attempt.scoredAt),
      ],
    );
    return rows.length > 0;
  }

  /** The next generation of an attempt that was scored before; returns its number. */
  async nextGeneration(tx: Tx, attemptId: AttemptId): Promise<number> {
    const [rows] = await tx.query<[{ generation: number }[], number]>(
      `UPDATE grading.scored_attempt SET generation = generation + 1, settled_at = NULL WHERE attempt_id = $1 RETURNING generation`,
      [attemptId],
    );
    return rows[0]!.generation;
  }

  /** Begins another generation of an attempt whose responses were supplemented; what was provisional of the one before goes. */
  async renew(tx: Tx, { attemptId, scoringVersion, responsesHash, scoredAt }: ScoredAttempt): Promise<number> {
    const generation = await this.nextGeneration(tx, attemptId);
    await tx.update(ScoredAttemptRow, { attemptId }, { scoringVersion, responsesHash, scoredAt });
    await tx.query(`DELETE FROM grading.result WHERE attempt_id = $1 AND status = 'provisional'`, [attemptId]);
    return generation;
  }

  /** The scoring holds all that was accepted until `at`. */
  async confirm(tx: Tx, attemptId: AttemptId, at: Instant): Promise<void> {
    await tx.update(ScoredAttemptRow, { attemptId }, { scoredAt: at });
  }

  async markSettled(tx: Tx, attemptId: AttemptId, at: Instant | null): Promise<void> {
    await tx.update(ScoredAttemptRow, { attemptId }, { settledAt: at });
  }

  async markReleased(tx: Tx, sessionId: SessionId, at: Instant): Promise<void> {
    await tx.update(ScoredAttemptRow, { sessionId }, { releasedAt: at });
  }

  async addScores(tx: Tx, attemptId: AttemptId, generation: number, scores: readonly Score[]): Promise<void> {
    await tx.query(
      `INSERT INTO grading.score (attempt_id, generation, item_ref, points, max_points, source, outcome)
       SELECT $1, $2, * FROM unnest($3::text[], $4::numeric[], $5::numeric[], $6::text[], $7::jsonb[])`,
      [
        attemptId,
        generation,
        scores.map(({ ref }) => ref),
        scores.map(({ points }) => points),
        scores.map(({ maxPoints }) => maxPoints),
        scores.map(({ source }) => source),
        scores.map(({ outcome }) => JSON.stringify(outcome)),
      ],
    );
  }

  /** Writes or replaces the points that a marker gave. */
  async putMarkerScore(tx: Tx, attemptId: AttemptId, generation: number, score: Score): Promise<void> {
    await tx.query(
      `INSERT INTO grading.score (attempt_id, item_ref, generation, points, max_points, source, outcome)
       VALUES ($1, $2, $3, $4, $5, 'marker', $6)
       ON CONFLICT (attempt_id, item_ref, generation) DO UPDATE SET points = excluded.points, outcome = excluded.outcome`,
      [attemptId, score.ref, generation, score.points, score.maxPoints, JSON.stringify(score.outcome)],
    );
  }

  async dropMarkerScore(tx: Tx, attemptId: AttemptId, generation: number, ref: string): Promise<void> {
    await tx.query(
      `DELETE FROM grading.score WHERE attempt_id = $1 AND generation = $2 AND item_ref = $3 AND source = 'marker'`,
      [attemptId, generation, ref],
    );
  }

  scores(reader: EntityManager, attemptId: AttemptId, generation: number): Promise<Score[]> {
    return reader.query<Score[]>(
      `SELECT item_ref AS ref, trim_scale(points)::text AS points, trim_scale(max_points)::text AS "maxPoints", source, outcome
         FROM grading.score WHERE attempt_id = $1 AND generation = $2 ORDER BY item_ref`,
      [attemptId, generation],
    );
  }

  /** Attempts of which nothing waits for a marker, but whose result does not hold what was marked. */
  async finishedUnsettled(limit: number): Promise<AttemptId[]> {
    const rows = await this.uow.read.query<{ attempt_id: AttemptId }[]>(
      `SELECT a.attempt_id FROM grading.scored_attempt a
        WHERE a.settled_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM grading.marking_task t
           WHERE t.attempt_id = a.attempt_id AND t.generation = a.generation AND t.status <> 'marked')
        ORDER BY a.scored_at LIMIT $1`,
      [limit],
    );
    return rows.map((row) => row.attempt_id);
  }
}
