import type { Pool, QueryConfig } from 'pg';
import type { AttemptId, DurationMs, LeaseId } from '@hz/kernel';

export interface Beat {
  readonly attemptId: AttemptId;
  readonly leaseId: LeaseId;
  readonly lostForMs: DurationMs;
  readonly browserOffline: boolean;
}

/** Past this nobody is told that the server was reached: the next beat tries again. */
const PATIENCE_MS = 3_000;

/**
 * Keeps many beats in one statement and one commit. A beat that follows a silence leaves a gap behind; the start of the attempt counts
 * as its first contact. Only the page that holds the lease speaks for a running attempt. The database's clock measures (P4). Two nodes
 * that see the same silence end keep it once.
 */
const KEEP = `
WITH beat AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::boolean[]) AS t (attempt_id, lease_id, lost_for_ms, browser_offline)
), known AS MATERIALIZED (
  SELECT b.*, clock_timestamp()::timestamptz(3) AS now, coalesce(c.last_at, a.started_at) AS last_at
    FROM beat b JOIN delivery.attempt a ON a.id = b.attempt_id AND a.lease_id = b.lease_id AND a.status = 'started'
    LEFT JOIN delivery.contact c ON c.attempt_id = a.id
), gap AS (
  INSERT INTO delivery.contact_gap (attempt_id, began_at, ended_at, reported_ms, browser_offline)
  SELECT attempt_id, last_at, now, lost_for_ms, browser_offline FROM known
   WHERE now - last_at > $5 * interval '1 millisecond' ORDER BY attempt_id
  ON CONFLICT DO NOTHING
)
INSERT INTO delivery.contact AS kept (attempt_id, last_at) SELECT attempt_id, now FROM known ORDER BY attempt_id
ON CONFLICT (attempt_id) DO UPDATE SET last_at = greatest(kept.last_at, excluded.last_at)`;

/** @param gapAfterMs the silence from which on there was a gap. Each attempt may stand in the batch once. */
export async function keepBeats(pool: Pool, beats: readonly Beat[], gapAfterMs: DurationMs): Promise<void> {
  const query: QueryConfig & { query_timeout: number } = {
    name: 'keep-beats',
    text: KEEP,
    values: [
      beats.map(({ attemptId }) => attemptId),
      beats.map(({ leaseId }) => leaseId),
      beats.map(({ lostForMs }) => lostForMs),
      beats.map(({ browserOffline }) => browserOffline),
      gapAfterMs,
    ],
    query_timeout: PATIENCE_MS,
  };
  await pool.query(query);
}

const BEAT_PULSE = `
WITH going AS (
  UPDATE delivery.pulse SET last_at = greatest(last_at, clock_timestamp())
   WHERE id = $1 AND last_at > clock_timestamp() - $3 * interval '1 millisecond' RETURNING id
)
INSERT INTO delivery.pulse (id, began_at, last_at)
SELECT $2::uuid, at, at FROM (SELECT clock_timestamp()::timestamptz(3) AS at) moment WHERE NOT EXISTS (SELECT 1 FROM going)
RETURNING id`;

/**
 * Carries a node's run of beats on, or begins the run `fresh` when the last beat is longer ago than `lostAfterMs`. Returns the run that
 * goes on.
 */
export async function beatPulse(pool: Pool, run: string, fresh: string, lostAfterMs: DurationMs): Promise<string> {
  const query: QueryConfig & { query_timeout: number } = {
    name: 'beat-pulse',
    text: BEAT_PULSE,
    values: [run, fresh, lostAfterMs],
    query_timeout: PATIENCE_MS,
  };
  const { rows } = await pool.query<{ id: string }>(query);
  return rows[0]?.id ?? run;
}
