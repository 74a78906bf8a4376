import { Injectable } from '@nestjs/common';
import { newId, UnitOfWork, type Tx } from '@hz/platform';
import { isUuid, type Instant, type PersonId, type ResultId, type SessionId } from '@hz/kernel';
import type { ResultBody } from '../contract';
import type { ResultRecord, ScoredAttempt } from '../domain/grading-records';
import { ResultRow } from './grading.entities';

@Injectable()
export class ResultRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** Writes the provisional result of the attempt's generation, or brings it up to date. */
  async putProvisional(tx: Tx, attempt: ScoredAttempt, body: ResultBody, at: Instant): Promise<void> {
    await tx.query(
      `INSERT INTO grading.result (id, attempt_id, registration_id, session_id, person_id, scheme_version_id, generation,
                                   scoring_version, outcome, total_percent, body, status, settled_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'provisional', $12)
       ON CONFLICT ON CONSTRAINT one_result_per_generation DO UPDATE
         SET outcome = excluded.outcome, total_percent = excluded.total_percent, body = excluded.body,
             scoring_version = excluded.scoring_version, settled_at = excluded.settled_at`,
      [
        newId<ResultId>(),
        attempt.attemptId,
        attempt.registrationId,
        attempt.sessionId,
        attempt.personId,
        attempt.schemeVersionId,
        attempt.generation,
        attempt.scoringVersion,
        body.outcome,
        body.total.percent,
        JSON.stringify(body),
        new Date(at),
      ],
    );
  }

  /** Makes every provisional result of the session final. */
  async finalise(tx: Tx, sessionId: SessionId, at: Instant): Promise<ResultRecord[]> {
    await tx.update(ResultRow, { sessionId, status: 'provisional' }, { status: 'final', releasedAt: at });
    const rows = await tx.find(ResultRow, { where: { sessionId, status: 'final' }, order: { id: 'ASC' } });
    return rows.map(toRecord);
  }

  /** How many results of the session are final, and how many of them passed. */
  async released(sessionId: SessionId): Promise<{ results: number; passed: number }> {
    const [row] = await this.uow.read.query<{ results: number; passed: number }[]>(
      `SELECT count(*)::int AS results, (count(*) FILTER (WHERE outcome = 'passed'))::int AS passed
         FROM grading.result WHERE session_id = $1 AND status = 'final'`,
      [sessionId],
    );
    return row!;
  }

  async idsReleasedIn(sessionId: SessionId): Promise<ResultId[]> {
    const rows = await this.uow.read.query<{ id: ResultId }[]>(
      `SELECT id FROM grading.result WHERE session_id = $1 AND status = 'final' ORDER BY id`,
      [sessionId],
    );
    return rows.map(({ id }) => id);
  }

  async byId(id: string): Promise<ResultRecord | null> {
    const row = isUuid(id) ? await this.uow.read.findOneBy(ResultRow, { id: id as ResultId }) : null;
    return row === null ? null : toRecord(row);
  }

  async finalOf(sessionId: SessionId): Promise<ResultId[]> {
    const rows = await this.uow.read.query<{ id: ResultId }[]>(
      `SELECT id FROM grading.result WHERE session_id = $1 AND status = 'final'`,
      [sessionId],
    );
    return rows.map(({ id }) => id);
  }

  /** The final results of a person, newest first. */
  async releasedOf(personId: PersonId): Promise<ResultRecord[]> {
    const rows = await this.uow.read.find(ResultRow, {
      where: { personId, status: 'final' },
      order: { releasedAt: 'DESC', id: 'DESC' },
    });
    return rows.map(toRecord);
  }
}

function toRecord(row: ResultRow): ResultRecord {
  return {
    ...row.body,
    id: row.id,
    attemptId: row.attemptId,
    registrationId: row.registrationId,
    sessionId: row.sessionId,
    personId: row.personId,
    schemeVersionId: row.schemeVersionId,
    generation: row.generation,
    scoringVersion: row.scoringVersion,
    passed: row.outcome === 'passed',
    status: row.status,
    releasedAt: row.releasedAt,
  };
}
