import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import pg from 'pg';

/** Bare Fastify with pg: one durable insert per request, or many per commit after two milliseconds. Returns its address and its end. */
export async function bareFastify(databaseUrl, batched) {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 6 });
  await pool.query(
    'CREATE TABLE IF NOT EXISTS bench_floor (attempt uuid, seq int, value jsonb, PRIMARY KEY (attempt, seq))',
  );
  const insert = batched
    ? batcher(pool)
    : (row) =>
        pool.query({
          name: 'one',
          text: 'INSERT INTO bench_floor VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
          values: row,
        });
  const app = Fastify();
  app.post('/save', async ({ body }) => {
    await insert([body.attempt, body.seq, JSON.stringify(body.value)]);
    return { seq: body.seq };
  });
  const base = await app.listen({ port: 0, host: '127.0.0.1' });
  return { base, stop: () => app.close().then(() => pool.end()) };
}

function batcher(pool) {
  let waiting = [];
  const flush = async () => {
    const batch = waiting;
    waiting = [];
    const column = (n) => batch.map(({ row }) => row[n]);
    await pool.query({
      name: 'many',
      text: 'INSERT INTO bench_floor SELECT * FROM unnest($1::uuid[], $2::int[], $3::jsonb[]) ON CONFLICT DO NOTHING',
      values: [column(0), column(1), column(2)],
    });
    for (const { done } of batch) done();
  };
  return (row) =>
    new Promise((done) => {
      waiting.push({ row, done });
      if (waiting.length === 1) setTimeout(flush, 2);
    });
}

/** pgbench with one durable upsert per transaction, where the machine has pgbench: transactions per second, or null. */
export function pgbench(databaseUrl, clients, seconds) {
  const script = join(mkdtempSync(join(tmpdir(), 'hz-bench-')), 'upsert.sql');
  writeFileSync(
    script,
    `\\set id random(1, 100000)\nINSERT INTO bench_pg VALUES (:id, 1) ON CONFLICT (id) DO UPDATE SET n = bench_pg.n + 1;\n`,
  );
  const url = new URL(databaseUrl);
  const run = spawnSync(
    'pgbench',
    [
      '-h',
      url.hostname,
      '-p',
      url.port,
      '-U',
      url.username,
      '-n',
      '-M',
      'prepared',
      '-c',
      String(clients),
      '-j',
      '2',
      '-T',
      String(seconds),
      '-f',
      script,
      url.pathname.slice(1),
    ],
    { encoding: 'utf8' },
  );
  const match = /tps = ([\d.]+)/.exec(run.stdout ?? '');
  return match === null ? null : Number(match[1]);
}
