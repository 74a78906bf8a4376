import type { Pool } from 'pg';
import type { AttemptId, LeaseId, SessionId } from '@hz/kernel';

export type RefusalReason = 'not-found' | 'closed' | 'not-the-writer' | 'past-grace' | 'section-closed';

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
  | { readonly saved: false; readonly why: RefusalReason | 'sequence-taken' };

export interface Protections {
  readonly lease: boolean;
  readonly deadline: boolean;
}

/**
 * Judges and appends a whole batch in one statement and one commit. The attempts' rows are held FOR KEY SHARE, which hand-in's
 * FOR UPDATE excludes: no save lands behind a hand-in's back, and one that waited sees it. The database's clock decides (P4).
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
  SELECT i.*, moment.now, coalesce(moment.now > held.deadline_at, false) AS late,
         CASE WHEN held.id IS NULL OR held.session_id <> i.session_id THEN 'not-found'
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
SELECT i.n::int AS n, l.received_at, l.late, (l.item_ref = i.item_ref AND l.value = i.value::jsonb) AS same
  FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::text[], $5::text[]) WITH ORDINALITY AS i (session_id, attempt_id, seq, item_ref, value, n)
  JOIN delivery.response_log l ON l.session_id = i.session_id AND l.attempt_id = i.attempt_id AND l.seq = i.seq`;

const KEEP = `
INSERT INTO delivery.rejected_save (attempt_id, seq, item_ref, value, why)
SELECT t.* FROM unnest($1::uuid[], $2::int[], $3::text[], $4::jsonb[], $5::text[]) AS t (attempt_id, seq, item_ref, value, why)
 WHERE EXISTS (SELECT 1 FROM delivery.attempt a WHERE a.id = t.attempt_id)`;

interface Judged {
  n: number;
  why: RefusalReason | null;
  received_at: Date | null;
  late: boolean | null;
}

/** Appends the batch; resolves after the commit with what became of each save, in its order. */
export async function appendBatch(pool: Pool, saves: readonly PendingSave[], on: Protections): Promise<SaveOutcome[]> {
  const column = <Key extends keyof PendingSave>(key: Key) => saves.map((save) => save[key]);
  const { rows } = await pool.query<Judged>({
    name: 'append-responses',
    text: APPEND,
    values: [
      column('sessionId'),
      column('attemptId'),
      column('seq'),
      column('itemRef'),
      column('sectionId'),
      column('value'),
      column('leaseId'),
      on.lease,
      on.deadline,
    ],
  });
  const outcomes = rows.map(outcomeOf);
  const repeated = outcomes.flatMap((outcome, index) => (outcome === null ? [index] : []));
  if (repeated.length > 0) await lookUp(pool, saves, repeated, outcomes);
  return outcomes.map((outcome) => outcome ?? { saved: false, why: 'sequence-taken' });
}

/** Null: the sequence was there already, so that it must be looked up what it holds. */
function outcomeOf({ why, received_at, late }: Judged): SaveOutcome | null {
  if (why !== null) return { saved: false, why };
  return received_at === null ? null : { saved: true, receivedAt: received_at.getTime(), late: late! };
}

/** A repeated save gets the acknowledgement that it got before; another value under its number is refused. */
async function lookUp(
  pool: Pool,
  saves: readonly PendingSave[],
  indexes: readonly number[],
  outcomes: (SaveOutcome | null)[],
): Promise<void> {
  const of = indexes.map((index) => saves[index]!);
  const { rows } = await pool.query<{ n: number; received_at: Date; late: boolean; same: boolean }>({
    name: 'look-up-responses',
    text: LOOK_UP,
    values: [
      of.map((s) => s.sessionId),
      of.map((s) => s.attemptId),
      of.map((s) => s.seq),
      of.map((s) => s.itemRef),
      of.map((s) => s.value),
    ],
  });
  for (const { n, received_at, late, same } of rows) {
    if (same) outcomes[indexes[n - 1]!] = { saved: true, receivedAt: received_at.getTime(), late };
  }
}

/** Keeps what was refused, for recovery. */
export async function keepRejected(pool: Pool, rejected: readonly (PendingSave & { why: string })[]): Promise<void> {
  await pool.query(KEEP, [
    rejected.map((s) => s.attemptId),
    rejected.map((s) => s.seq),
    rejected.map((s) => s.itemRef),
    rejected.map((s) => s.value),
    rejected.map((s) => s.why),
  ]);
}
