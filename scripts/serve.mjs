// Brings up everything behind one port, and ends all of it again on Ctrl-C.
import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { CannotStart, giveUp, say } from './lib/say.mjs';
import { masterKey } from './lib/master-key.mjs';
import { endStragglers } from './lib/processes.mjs';
import { settingsOf } from './lib/settings.mjs';
import { startServices } from './lib/services.mjs';
import { checkServerSettings } from './lib/server-settings.mjs';
import { runWorkerCommand, supervise, waitUntilReady } from './lib/server-processes.mjs';

const begun = [];
let ending = null;

/** Ends what was begun, newest first. */
function endAll() {
  ending ??= (async () => {
    for (const one of begun.reverse()) await one.stop().catch(() => undefined);
    await endStragglers();
  })();
  return ending;
}

/** A start that came to nothing leaves no empty folder. */
function removeIfEmpty(folder) {
  if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
}

async function main(settings) {
  const startedAt = Date.now();
  await ensureBuilt();
  checkServerSettings(process.env);
  mkdirSync(settings.dataDir, { recursive: true });
  const services = await startServices(settings, begun);
  say(
    services.redisUrl === null
      ? '队列 / Queue: PostgreSQL (no Redis was found)'
      : `队列 / Queue: Redis (${services.redisFrom})`,
  );
  const environment = {
    ...process.env,
    PORT: String(settings.port),
    HOST: settings.host,
    PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${settings.port}`,
    DATA_DIR: settings.dataDir,
    DATABASE_URL: services.databaseUrl,
    REDIS_URL: services.redisUrl ?? '',
    QUEUE_BACKEND: services.redisUrl === null ? 'postgres' : 'redis',
    HZ_MASTER_KEY: process.env.HZ_MASTER_KEY || masterKey(settings.dataDir),
    WEB_ROOT: join(import.meta.dirname, '..', 'dist', 'web'),
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  };
  await runWorkerCommand('migrate', environment);
  await runWorkerCommand('load-content', environment);
  if (process.env.NODE_ENV !== 'production') await runWorkerCommand('seed-demo', environment);
  for (const name of ['worker', 'api']) begun.push(supervise(name, environment));
  await waitUntilReady(`http://${settings.host}:${settings.port}/health/ready`);
  say(
    `\n衡证已就绪 / Hengzheng is ready: ${environment.PUBLIC_URL}  (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`,
  );
  if (process.env.NODE_ENV !== 'production') await runWorkerCommand('demo-accounts', environment);
  say('Ctrl-C 结束 / Ctrl-C ends it.');
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (ending === null) say('\n正在结束 / Ending …');
    void endAll().then(() => process.exit(0));
  });
}

const settings = settingsOf(process.env);
main(settings).catch(async (error) => {
  if (ending !== null) return;
  await endAll();
  removeIfEmpty(settings.dataDir);
  giveUp(error instanceof Error ? error : new CannotStart(String(error)));
  process.exit(1);
});
