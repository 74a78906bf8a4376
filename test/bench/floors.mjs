import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { saves } from './hot-paths.mjs';

/**
 * Bare Fastify + pg with the statement of the real save; `kind` is `single` or `batched`. `saves(connections, seconds)` takes a sample:
 * it sends to the byte what the real server is sent. Candidates must have saved before.
 */
export async function bareFastify(databaseUrl, kind, candidates) {
  const args = [join(import.meta.dirname, 'floor-server.mjs'), databaseUrl, kind];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const base = await new Promise((resolve) => server.stdout.once('data', (line) => resolve(String(line).trim())));
  return {
    saves: (connections, seconds) => saves({ base, pid: server.pid }, candidates, connections, seconds),
    stop: () => server.kill(),
  };
}

/** pgbench with one durable upsert per transaction: takes a sample of transactions per second; NaN where there is no pgbench. */
export async function pgbench(databaseUrl) {
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
  return (clients, seconds) => {
    const flags = { h: hostname, p: port, U: username, M: 'prepared', c: clients, j: 2, T: seconds, f: script };
    const args = Object.entries(flags).flatMap(([flag, value]) => [`-${flag}`, String(value)]);
    const run = spawnSync('pgbench', ['-n', ...args, pathname.slice(1)], { encoding: 'utf8' });
    return Number(/tps = ([\d.]+)/.exec(run.stdout ?? '')?.[1] ?? NaN);
  };
}
