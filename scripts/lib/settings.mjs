import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { inRoot } from './paths.mjs';
import { isFree } from './processes.mjs';
import { CannotStart } from './say.mjs';

const NEEDED_BYTES = 1_000_000_000;

/** The settings of `npm start`, with their defaults. Throws CannotStart with the name of what is wrong, never its value. */
export function settingsOf(env) {
  const port = env.PORT ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535) throw badSetting('PORT');
  for (const [name, protocols] of [
    ['DATABASE_URL', ['postgres:', 'postgresql:']],
    ['REDIS_URL', ['redis:', 'rediss:']],
  ]) {
    const value = env[name];
    if (value && !(URL.canParse(value) && protocols.includes(new URL(value).protocol))) throw badSetting(name);
  }
  return {
    port: Number(port),
    host: env.HOST || '127.0.0.1',
    dataDir: inRoot(env.DATA_DIR || '.data'),
    databaseUrl: env.DATABASE_URL || null,
    redisUrl: env.REDIS_URL || null,
    redisClusterNodes: env.REDIS_CLUSTER_NODES || null,
    useRedis: env.QUEUE_BACKEND !== 'postgres',
  };
}

/** Looks at what would stop the start later, before anything is made: settings, the port, the disk. */
export async function checkSettings(env) {
  const settings = settingsOf(env);
  if (!(await isFree(settings.port, settings.host))) {
    throw new CannotStart(
      `端口 ${settings.port} 已被占用，请用 PORT 另选 / Port ${settings.port} is taken; choose another with PORT`,
    );
  }
  const { bavail, bsize } = statfsSync(nearestFolder(settings.dataDir));
  if (bavail * bsize < NEEDED_BYTES) {
    const mb = (bytes) => Math.round(bytes / 1_000_000);
    throw new CannotStart(
      `磁盘空间不足：需要 ${mb(NEEDED_BYTES)} MB / Too little disk space in DATA_DIR: ${mb(NEEDED_BYTES)} MB are needed, ${mb(bavail * bsize)} MB are free`,
    );
  }
  return settings;
}

function badSetting(name) {
  return new CannotStart(`设置有误 / Bad setting: ${name}`);
}

function nearestFolder(path) {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}
