// Bare Fastify with pg, in a process of its own as the API is: one durable insert per request, or many per commit.
import Fastify from 'fastify';
import pg from 'pg';

const [databaseUrl, kind] = process.argv.slice(2);
const WAIT_MS = 2;
const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 });
await pool.query(
  'CREATE TABLE IF NOT EXISTS bench_floor (attempt uuid, seq int, value jsonb, PRIMARY KEY (attempt, seq))',
);

function one(row) {
  const text = 'INSERT INTO bench_floor VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';
  return pool.query({ name: 'one', text, values: row });
}

let waiting = [];
async function flush() {
  const batch = waiting;
  waiting = [];
  const column = (n) => batch.map(({ row }) => row[n]);
  await pool.query({
    name: 'many',
    text: 'INSERT INTO bench_floor SELECT * FROM unnest($1::uuid[], $2::int[], $3::jsonb[]) ON CONFLICT DO NOTHING',
    values: [column(0), column(1), column(2)],
  });
  for (const { done } of batch) done();
}

function many(row) {
  return new Promise((done) => {
    waiting.push({ row, done });
    if (waiting.length === 1) setTimeout(flush, WAIT_MS);
  });
}

const insert = kind === 'batched' ? many : one;
const app = Fastify();
app.post('/save', async ({ body }) => {
  await insert([body.attempt, body.seq, JSON.stringify(body.value)]);
  return { seq: body.seq };
});
console.log(await app.listen({ port: 0, host: '127.0.0.1' }));
