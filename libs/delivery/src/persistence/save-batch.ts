import type { Pool, QueryConfig, QueryResultRow } from 'pg';
import type { AttemptId, LeaseId, SessionId } from '@hz/kernel';
import type { RefusalReason } from '../contract';

export interface PendingSave {
  readonly sessionId: SessionId;
  readonly attemptId: AttemptId;
  readonly seq: number;
  readonly itemRef: string;
  readonly sectionId: string;
  /** Canonical JSON of the value. */
  readonly value: string;
  readonly leaseId: LeaseId;
}

export type SaveOutcome =
  | { readonly saved: true; readonly receivedAt: number; readonly late: boolean }
  | { readonly saved: false; readonly why: RefusalReason | 'not-found' };

export interface Protections {
  readonly lease: boolean;
  readonly deadline: boolean;
}

/**
 * Past this the commit is in doubt and nobody is told "saved"; the page tries again under the same numbers. A commit may have to wait for
 * the one before it and then for its own: a disk that needs two seconds for each must not make every save be sent again.
 */
const PATIENCE_MS = 6_000;

/**
 * Judges a whole batch and appends what may be written, in one statement and one commit. The attempts' rows are held FOR KEY SHARE, in one
 * order: hand-in and take-over lock FOR UPDATE, so that no save lands behind their backs, and one that waited for them sees what they did.
 * The database's clock decides (P4). The log is not read here: a statement that reads it would lock each of its partitions.
 */
const APPEND = `
WITH incoming AS (
  SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[], $7::uuid[])
    WITH ORDINALITY AS t (session_id, attempt_id, seq, item_ref, section_id, value, lease_id, n)
), held AS MATERIALIZED (
  SELECT id, session_id, status, lease_id, deadline_at, grace_ends_at, open_sections, section_ends_at
    FROM delivery.attempt WHERE id = ANY ($2) ORDER BY id FOR KEY SHARE
), moment AS MATERIALIZED (
  SELECT clock_timestamp()::timestamptz(3) AS now, count(*) FROM held
), judged AS MATERIALIZED (
  SELECT i.*, moment.now, coalesce(moment.now > least(held.deadline_at, held.section_ends_at), false) AS late,
         CASE WHEN held.id IS NULL OR held.session_id <> i.session_id THEN 'not-found'
              WHEN held.status = 'prepared' THEN 'not-started'
              WHEN held.status <> 'started' THEN 'closed'
              WHEN $8 AND held.lease_id <> i.lease_id THEN 'not-the-writer'
              WHEN $9 AND moment.now > held.grace_ends_at THEN 'past-grace'
              WHEN NOT i.section_id = ANY (held.open_sections) THEN 'section-closed'
              WHEN $9 AND moment.now > held.section_ends_at + (held.grace_ends_at - held.deadline_at) THEN 'section-closed'
         END AS why
    FROM incoming i CROSS JOIN moment LEFT JOIN held ON held.id = i.attempt_id
), written AS (
  INSERT INTO delivery.response_log (session_id, attempt_id, seq, item_ref, value, late, received_at)
  SELECT session_id, attempt_id, seq, item_ref, value::jsonb, late, now FROM judged WHERE why IS NULL
   ORDER BY session_id, attempt_id, seq
  ON CONFLICT DO NOTHING
  RETURNING attempt_id, seq, item_ref, value, late, received_at
)
SELECT j.n::int AS n, j.why, w.received_at, w.late
  FROM judged j LEFT JOIN written w ON w.attempt_id = j.attempt_id AND w.seq = j.seq AND w.item_ref = j.item_ref AND w.value = j.value::jsonb
 ORDER BY j.n`;

const LOOK_UP = `
SELECT i.n::int AS n, l.received_at, l.late
  FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[]) WITH ORDINALITY AS i (session_id, attempt_id, seq, item_ref, value, n)
  JOIN delivery.response_log l ON l.session_id = i.session_id AND l.attempt_id = i.attempt_id AND l.seq = i.seq
   AND l.item_ref = i.item_ref AND l.value = i.value::jsonb`;

const KEEP = `
INSERT INTO delivery.rejected_save (attempt_id, seq, item_ref, value, why, received_at)
SELECT t.*, clock_timestamp() FROM unnest($1::uuid[], $2::int[], $3::text[], $4::jsonb[], $5::text[]) AS t (attempt_id, seq, item_ref, value, why)
ON CONFLICT DO NOTHING`;

interface Judged {
  n: number;
  why: RefusalReason | 'not-found' | null;
  received_at: Date | null;
  late: boolean | null;
}

/**
 * Appends the batch; resolves after the commit with what became of each save, in its order. A save that is in the log already gets the
 * acknowledgement that it got before, whatever happened to the attempt since; another value under its number is refused.
 */
export async function appendBatch(pool: Pool, saves: readonly PendingSave[], on: Protections): Promise<SaveOutcome[]> {
  const judged = await ask<Judged>(pool, 'append-responses', APPEND, [
    ...columns(saves, 'sessionId', 'attemptId', 'seq', 'itemRef', 'sectionId', 'value', 'leaseId'),
    on.lease,
    on.deadline,
  ]);
  const outcomes = judged.map(outcomeOf);
  const doubtful = outcomes.flatMap(({ saved }, index) => (saved ? [] : [index]));
  if (doubtful.length === 0) return outcomes;
  await findRepeats(pool, saves, doubtful, outcomes);
  await keepRefused(pool, saves, outcomes);
  return outcomes;
}

/** Neither written nor refused: the number was there already, and what it holds is looked up next. */
function outcomeOf({ why, received_at, late }: Judged): SaveOutcome {
  if (why !== null) return { saved: false, why };
  if (received_at === null) return { saved: false, why: 'sequence-taken' };
  return { saved: true, receivedAt: received_at.getTime(), late: late! };
}

async function findRepeats(
  pool: Pool,
  saves: readonly PendingSave[],
  doubtful: readonly number[],
  outcomes: SaveOutcome[],
): Promise<void> {
  const of = doubtful.map((index) => saves[index]!);
  const found = await ask<{ n: number; received_at: Date; late: boolean }>(
    pool,
    'look-up-responses',
    LOOK_UP,
    columns(of, 'sessionId', 'attemptId', 'seq', 'itemRef', 'value'),
  );
  for (const { n, received_at, late } of found) {
    outcomes[doubtful[n - 1]!] = { saved: true, receivedAt: received_at.getTime(), late };
  }
}

/** What was refused is kept before anybody is told; of an attempt that does not exist there is nothing to keep. */
async function keepRefused(pool: Pool, saves: readonly PendingSave[], outcomes: readonly SaveOutcome[]): Promise<void> {
  const refused = saves.flatMap((save, index) => {
    const outcome = outcomes[index]!;
    return outcome.saved || outcome.why === 'not-found' ? [] : [{ save, why: outcome.why }];
  });
  if (refused.length === 0) return;
  const values = columns(
    refused.map(({ save }) => save),
    'attemptId',
    'seq',
    'itemRef',
    'value',
  );
  await ask(pool, 'keep-refused', KEEP, [...values, refused.map(({ why }) => why)]);
}

function columns(saves: readonly PendingSave[], ...keys: (keyof PendingSave)[]): unknown[] {
  return keys.map((key) => saves.map((save) => save[key]));
}

async function ask<Row extends QueryResultRow>(pool: Pool, name: string, text: string, values: unknown[]) {
  const query: QueryConfig & { query_timeout: number } = { name, text, values, query_timeout: PATIENCE_MS };
  return (await pool.query<Row>(query)).rows;
}
