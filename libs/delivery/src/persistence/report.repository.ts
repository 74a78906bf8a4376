import { Injectable } from '@nestjs/common';
import { LaggingReads } from '@hz/platform';
import type { SessionId } from '@hz/kernel';
import type { SessionReport } from '../contract';

export type AttemptFigures = Pick<SessionReport, 'prepared' | 'started' | 'submittedByCandidate' | 'submittedByWorker'>;
export type SaveFigures = Pick<SessionReport, 'saves' | 'lateResponses' | 'lateCandidates'>;

/** Figures of a sitting as a whole, which may lag: over a large log they are the dearest reads there are. */
@Injectable()
export class ReportRepository {
  constructor(private readonly lagging: LaggingReads) {}

  async attempts(sessionId: SessionId): Promise<AttemptFigures> {
    const [row] = await this.lagging.run((read) =>
      read.query<{ prepared: number; started: number; by_candidate: number; by_worker: number }[]>(
        `SELECT count(*) FILTER (WHERE status = 'prepared')::int AS prepared, count(*) FILTER (WHERE status = 'started')::int AS started,
              count(*) FILTER (WHERE submitted_by = 'candidate')::int AS by_candidate,
              count(*) FILTER (WHERE submitted_by = 'worker')::int AS by_worker
         FROM delivery.attempt WHERE session_id = $1`,
        [sessionId],
      ),
    );
    const { prepared, started, by_candidate, by_worker } = row!;
    return { prepared, started, submittedByCandidate: by_candidate, submittedByWorker: by_worker };
  }

  /** Whether the response log of the session has been put away. */
  async isArchived(sessionId: SessionId): Promise<boolean> {
    const [row] = await this.lagging.run((read) =>
      read.query<{ archived: boolean }[]>(
        'SELECT archived_at IS NOT NULL AS archived FROM delivery.log_partition WHERE session_id = $1',
        [sessionId],
      ),
    );
    return row?.archived === true;
  }

  async saves(sessionId: SessionId): Promise<SaveFigures> {
    const [row] = await this.lagging.run((read) =>
      read.query<{ saves: number; late: number; candidates: number }[]>(
        `SELECT count(*)::int AS saves, count(*) FILTER (WHERE late)::int AS late,
              count(DISTINCT attempt_id) FILTER (WHERE late)::int AS candidates
         FROM delivery.response_log WHERE session_id = $1`,
        [sessionId],
      ),
    );
    return { saves: row!.saves, lateResponses: row!.late, lateCandidates: row!.candidates };
  }

  async rejected(sessionId: SessionId): Promise<SessionReport['rejectedSaves']> {
    return this.lagging.run((read) =>
      read.query<SessionReport['rejectedSaves']>(
        `SELECT r.why, count(*)::int AS count, count(DISTINCT r.attempt_id)::int AS candidates
         FROM delivery.attempt a JOIN delivery.rejected_save r ON r.attempt_id = a.id
        WHERE a.session_id = $1 GROUP BY r.why ORDER BY r.why`,
        [sessionId],
      ),
    );
  }

  /** How many candidates are at work at this moment, in all sessions together. */
  async atWork(): Promise<number> {
    const [row] = await this.lagging.run((read) =>
      read.query<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM delivery.attempt WHERE status = 'started' AND deadline_at >= clock_timestamp()`,
      ),
    );
    return row!.n;
  }
}
