import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { load, table } from './load.mjs';

/** Both sides are measured when their code has been compiled. */
export const WARM_UP_CONNECTIONS = 32;

/** Saves per second of bare Fastify + pg, by connections; `kind` is `single` or `batched`. */
export async function bareFastify(databaseUrl, kind, title, { connections, seconds }) {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'floor-server.mjs'), databaseUrl, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const base = await new Promise((resolve) => server.stdout.once('data', (line) => resolve(String(line).trim())));
  const saves = (count) => {
    const attempts = Array.from({ length: count }, () => randomUUID());
    return load({ base, pid: server.pid }, count, seconds, async (connection, index, n) => {
      const { status } = await connection.call('POST', '/save', { attempt: attempts[index], seq: n, value: 'A' });
      return status === 200;
    });
  };
  await saves(WARM_UP_CONNECTIONS);
  const rows = [];
  for (const count of connections) rows.push({ connections: count, figures: await saves(count) });
  server.kill();
  table(title, rows);
  return new Map(rows.map(({ connections: count, figures }) => [count, figures.perSecond]));
}

/** The best of pgbench's transactions per second with one durable upsert each, over so many clients; null where there is no pgbench. */
export async function pgbench(databaseUrl, { connections, seconds }) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('CREATE TABLE IF NOT EXISTS bench_pg (id int PRIMARY KEY, n int)');
  await client.end();
  const script = join(mkdtempSync(join(tmpdir(), 'hz-bench-')), 'upsert.sql');
  writeFileSync(
    script,
    `\\set id random(1, 100000)\nINSERT INTO bench_pg VALUES (:id, 1) ON CONFLICT (id) DO UPDATE SET n = bench_pg.n + 1;\n`,
  );
  const { hostname, port, username, pathname } = new URL(databaseUrl);
  const rates = connections.map((clients) => {
    const flags = { h: hostname, p: port, U: username, M: 'prepared', c: clients, j: 2, T: seconds, f: script };
    const args = Object.entries(flags).flatMap(([flag, value]) => [`-${flag}`, String(value)]);
    const run = spawnSync('pgbench', ['-n', ...args, pathname.slice(1)], { encoding: 'utf8' });
    return Number(/tps = ([\d.]+)/.exec(run.stdout ?? '')?.[1] ?? NaN);
  });
  const known = rates.filter((rate) => !Number.isNaN(rate));
  return known.length === 0 ? null : Math.max(...known);
}
