import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { query } from './exam-day/database.mjs';
import { ensureDatabase, startPostgres } from '../../scripts/lib/postgres.mjs';
import { freePort } from '../../scripts/lib/processes.mjs';
import { runWorkerCommand, supervise, waitUntilReady } from '../../scripts/lib/server-processes.mjs';

/** Durable PostgreSQL with demo content, and one API process in front of it: `{ base, databaseUrl, env, pid, stop }`. */
export async function installation() {
  const folder = mkdtempSync(join(tmpdir(), 'hz-bench-'));
  const server = await startPostgres(join(folder, 'postgres'), {
    settings: { shared_buffers: '512MB', max_connections: 400 },
  });
  const databaseUrl = await ensureDatabase(server.url, 'hz_bench_test');
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    REDIS_URL: '',
    QUEUE_BACKEND: 'postgres',
    DATA_DIR: folder,
    HZ_MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
    LOG_LEVEL: 'fatal',
    TRUST_PROXY: 'true',
    // A single attempt saves here as fast as it is let, which is what no person does and what is measured.
    SAVES_PER_SECOND: '1000000',
    SAVES_AT_ONCE: '1000000',
  };
  for (const command of ['migrate', 'load-content', 'seed-demo']) await runWorkerCommand(command, env, 'ignore');
  // The session of the demonstration has fewer seats than the most connections need candidates.
  await query(databaseUrl, 'UPDATE registration.session SET capacity = 5000');
  const api = supervise('api', env);
  const base = `http://127.0.0.1:${port}`;
  await waitUntilReady(`${base}/health/ready`);
  return {
    base,
    databaseUrl,
    env,
    pid: api.pid(),
    stop: async () => {
      await api.stop();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
