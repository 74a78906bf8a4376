import pg from 'pg';

const STEP = 500_000;
const ROWS_OF_A_SESSION = 60_000;

/** Fills the response log with so many rows of other attempts and sessions, as years of exams would. */
export async function fillLog(databaseUrl, rows) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  // Only here: the rows belong to attempts that need not exist for the measurement, and need not be durable.
  await client.query('SET session_replication_role = replica');
  await client.query('SET synchronous_commit = off');
  await client.query(
    `SELECT delivery.attach_log_partition(md5('session' || n)::uuid) FROM generate_series(0, $1::int) AS n`,
    [Math.ceil(rows / ROWS_OF_A_SESSION)],
  );
  for (let from = 0; from < rows; from += STEP) {
    await client.query(
      `INSERT INTO delivery.response_log (session_id, attempt_id, seq, item_ref, value, late, received_at)
       SELECT md5('session' || n / ${ROWS_OF_A_SESSION})::uuid, md5('attempt' || n / 60)::uuid, n % 60 + 1, 'i' || lpad((n % 60)::text, 2, '0'),
              to_jsonb(chr(65 + n % 4)), false, clock_timestamp()
         FROM generate_series($1::int, $2::int) AS n`,
      [from, Math.min(from + STEP, rows) - 1],
    );
  }
  await client.query('VACUUM ANALYZE delivery.response_log');
  await client.query('CHECKPOINT');
  await client.end();
}
