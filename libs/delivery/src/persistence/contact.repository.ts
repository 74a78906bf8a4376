import { Injectable } from '@nestjs/common';
import { fromSqlTime, sqlTime, UnitOfWork } from '@hz/platform';
import type { AttemptId, DurationMs, Instant, SessionId } from '@hz/kernel';
import type { Interval } from '../domain/intervals';

/** A silence that has ended, with what the page said of it. */
export interface Gap extends Interval {
  readonly attemptId: AttemptId;
  readonly reportedMs: DurationMs;
  readonly browserOffline: boolean;
}

/** The platform's pulse and the contact of attempts, for reading. */
@Injectable()
export class ContactRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The runs of beats that reach into the time from `from` on, and the newest one before it. */
  async pulse(from: Instant): Promise<Interval[]> {
    const rows = await this.uow.read.query<{ began_at: Date; last_at: Date }[]>(
      `SELECT began_at, last_at FROM delivery.pulse
        WHERE last_at >= coalesce((SELECT max(last_at) FROM delivery.pulse WHERE last_at < $1), $1) ORDER BY began_at`,
      [sqlTime(from)],
    );
    return rows.map(({ began_at, last_at }) => ({ from: fromSqlTime(began_at), to: fromSqlTime(last_at) }));
  }

  async gaps(sessionId: SessionId): Promise<Gap[]> {
    const rows = await this.uow.read.query<
      { attempt_id: AttemptId; began_at: Date; ended_at: Date; reported_ms: number; browser_offline: boolean }[]
    >(
      `SELECT g.attempt_id, g.began_at, g.ended_at, g.reported_ms, g.browser_offline
         FROM delivery.attempt a JOIN delivery.contact_gap g ON g.attempt_id = a.id
        WHERE a.session_id = $1 ORDER BY g.attempt_id, g.began_at`,
      [sessionId],
    );
    return rows.map((row) => ({
      attemptId: row.attempt_id,
      from: fromSqlTime(row.began_at),
      to: fromSqlTime(row.ended_at),
      reportedMs: row.reported_ms,
      browserOffline: row.browser_offline,
    }));
  }

  async lastContacts(sessionId: SessionId): Promise<Map<AttemptId, Instant>> {
    const rows = await this.uow.read.query<{ attempt_id: AttemptId; last_at: Date }[]>(
      `SELECT c.attempt_id, c.last_at FROM delivery.attempt a JOIN delivery.contact c ON c.attempt_id = a.id WHERE a.session_id = $1`,
      [sessionId],
    );
    return new Map(rows.map(({ attempt_id, last_at }) => [attempt_id, fromSqlTime(last_at)]));
  }

  /** When these attempts' saves arrived, from `since` on: a save is contact as well. */
  async savesOf(sessionId: SessionId, ids: readonly AttemptId[], since: Instant): Promise<Map<AttemptId, Instant[]>> {
    if (ids.length === 0) return new Map();
    const rows = await this.uow.read.query<{ attempt_id: AttemptId; moments: Date[] }[]>(
      `SELECT attempt_id, array_agg(received_at) AS moments FROM delivery.response_log
        WHERE session_id = $1 AND attempt_id = ANY ($2) AND received_at >= $3 GROUP BY attempt_id`,
      [sessionId, ids, sqlTime(since)],
    );
    return new Map(rows.map(({ attempt_id, moments }) => [attempt_id, moments.map((at) => fromSqlTime(at))]));
  }

  /** Since when the pulse has not broken off; null when there is none. */
  async upSince(lostAfterMs: DurationMs): Promise<Instant | null> {
    const [row] = await this.uow.read.query<{ at: Date | null }[]>(
      `SELECT began_at AS at FROM delivery.pulse
        WHERE last_at > clock_timestamp() - $1 * interval '1 millisecond' ORDER BY began_at LIMIT 1`,
      [lostAfterMs],
    );
    return row?.at ? fromSqlTime(row.at) : null;
  }
}
