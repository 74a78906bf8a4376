import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import type { JournalLine } from './answer-journal';
import { digestOf } from './proof';

const ATTEMPTS_AT_ONCE = 500;

export interface AnswerVerdict {
  readonly attempts: number;
  readonly acknowledged: number;
  /** Acknowledged, and not stored as it was. */
  readonly lost: string[];
  /** Stored under a number that the candidate never used; or handed in more than once. */
  readonly doubled: string[];
  /** Received before an earlier one; or not the newest on the receipt. */
  readonly outOfOrder: string[];
}

interface Kept {
  readonly acknowledged: Map<number, string>;
  lastSeq: number | null;
  faults: readonly string[];
}

interface Stored {
  readonly attempt_id: string;
  readonly seq: number;
  readonly item_ref: string;
  readonly value: unknown;
  readonly received_at: Date;
}

/**
 * Compares what candidates wrote down with what the database holds. `inOrder`: every candidate had one call under way at a time, so that
 * the moments of receipt must follow the numbers.
 */
export async function checkAnswers(
  databaseUrl: string,
  files: readonly string[],
  { inOrder }: { inOrder: boolean },
): Promise<AnswerVerdict> {
  const journals = await readJournals(files);
  const verdict: AnswerVerdict & { acknowledged: number } = {
    attempts: journals.size,
    acknowledged: 0,
    lost: [],
    doubled: [],
    outOfOrder: [],
  };
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const ids = [...journals.keys()];
  for (let from = 0; from < ids.length; from += ATTEMPTS_AT_ONCE) {
    const some = ids.slice(from, from + ATTEMPTS_AT_ONCE);
    const { rows } = await client.query<Stored>(
      `SELECT l.attempt_id, l.seq, l.item_ref, l.value, l.received_at
         FROM delivery.attempt a JOIN delivery.response_log l ON l.session_id = a.session_id AND l.attempt_id = a.id
        WHERE a.id = ANY ($1) ORDER BY l.attempt_id, l.seq`,
      [some],
    );
    const stored = Map.groupBy(rows, ({ attempt_id }) => attempt_id);
    for (const id of some) {
      verdict.acknowledged += journals.get(id)!.acknowledged.size;
      judge(id, journals.get(id)!, stored.get(id) ?? [], verdict, inOrder);
    }
    verdict.doubled.push(...(await notOnce(client, some)));
  }
  await client.end();
  return verdict;
}

async function readJournals(files: readonly string[]): Promise<Map<string, Kept>> {
  const attempts = new Map<string, Kept>();
  for (const file of files) {
    for await (const text of createInterface({ input: createReadStream(file) })) {
      const line = JSON.parse(text) as JournalLine;
      const kept = attempts.get(line.attemptId) ?? { acknowledged: new Map(), lastSeq: null, faults: [] };
      attempts.set(line.attemptId, kept);
      if ('seq' in line) kept.acknowledged.set(line.seq, `${line.itemRef} ${line.hash}`);
      else Object.assign(kept, { lastSeq: line.lastSeq, faults: line.faults });
    }
  }
  return attempts;
}

function judge(id: string, kept: Kept, rows: readonly Stored[], into: AnswerVerdict, inOrder: boolean): void {
  const bySeq = new Map(rows.map((row) => [row.seq, `${row.item_ref} ${digestOf(row.value)}`]));
  for (const [seq, what] of kept.acknowledged)
    if (bySeq.get(seq) !== what) into.lost.push(`${id} no. ${seq} ${what}, stored: ${bySeq.get(seq) ?? 'nothing'}`);
  for (const { seq } of rows) if (kept.lastSeq !== null && seq > kept.lastSeq) into.doubled.push(`${id} no. ${seq}`);
  for (const [n, row] of rows.entries())
    if (inOrder && n > 0 && row.received_at < rows[n - 1]!.received_at) into.outOfOrder.push(`${id} no. ${row.seq}`);
  into.outOfOrder.push(...kept.faults.map((fault) => `${id}, receipt: ${fault}`));
}

async function notOnce(client: Client, attempts: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string; events: number }>(
    `SELECT a.id, count(o.key)::int AS events FROM delivery.attempt a
       LEFT JOIN platform.outbox o ON o.event = 'delivery.attempt-submitted' AND o.key = a.id::text
      WHERE a.id = ANY ($1) AND a.status = 'submitted' GROUP BY a.id HAVING count(o.key) <> 1`,
    [attempts],
  );
  return rows.map(({ id, events }) => `${id}: ${events} submissions`);
}
