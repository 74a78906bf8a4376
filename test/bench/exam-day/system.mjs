import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase, startPostgres } from '../../../scripts/lib/postgres.mjs';
import { freePort } from '../../../scripts/lib/processes.mjs';
import { findRedis, startRedis } from '../../../scripts/lib/redis.mjs';
import { runWorkerCommand, supervise, waitUntilReady } from '../../../scripts/lib/server-processes.mjs';

/** A production-like PostgreSQL: nothing about durability is relaxed. */
const POSTGRES = { shared_buffers: '512MB', max_connections: 300, max_wal_size: '4GB' };

/**
 * The whole built system on this machine: durable PostgreSQL, Redis where there is one, `apis` API processes and a worker, with the
 * demonstration in it. Gives `{ bases, databaseUrl, environment, processes, stop }`; `processes` names every one that it began.
 */
export async function startSystem({ apis }) {
  const folder = mkdtempSync(join(tmpdir(), 'hz-exam-day-'));
  const begun = [];
  const stop = async () => {
    for (const one of begun.reverse()) await one.stop().catch(() => undefined);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const postgres = await startPostgres(join(folder, 'postgres'), { settings: POSTGRES });
    begun.push(postgres);
    const databaseUrl = await ensureDatabase(postgres.url, 'hz_exam_day_test');
    const program = findRedis();
    const redis = program === null ? null : await startRedis(program, join(folder, 'redis'));
    if (redis !== null) begun.push(redis);
    const environment = environmentOf(folder, databaseUrl, redis);
    for (const command of ['migrate', 'load-content', 'seed-demo'])
      await runWorkerCommand(command, environment, 'ignore');
    const servers = [];
    for (let n = 0; n < apis; n += 1) servers.push(await startApi(environment, begun));
    const worker = supervise('worker', environment);
    begun.push(worker);
    return {
      bases: servers.map(({ base }) => base),
      databaseUrl,
      environment,
      processes: [
        ...servers.map(({ api }, n) => ({ name: `api ${n + 1}`, pid: api.pid })),
        { name: 'worker', pid: worker.pid },
        { name: 'postgres', pid: () => postgres.pid, withChildren: true },
        ...(redis === null ? [] : [{ name: 'redis', pid: () => redis.pid }]),
      ],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function environmentOf(folder, databaseUrl, redis) {
  return {
    ...process.env,
    NODE_ENV: 'development',
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    REDIS_URL: redis?.url ?? '',
    QUEUE_BACKEND: redis === null ? 'postgres' : 'redis',
    DATA_DIR: folder,
    HZ_MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
    LOG_LEVEL: process.env.BENCH_LOG_LEVEL ?? 'fatal',
  };
}

async function startApi(environment, begun) {
  const port = await freePort();
  const api = supervise('api', { ...environment, PORT: String(port) });
  begun.push(api);
  const base = `http://127.0.0.1:${port}`;
  await waitUntilReady(`${base}/health/ready`);
  return { api, base };
}
