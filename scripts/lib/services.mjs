import { join } from 'node:path';
import pg from 'pg';
import { ensureDatabase, startPostgres } from './postgres.mjs';
import { findRedis, startRedis } from './redis.mjs';
import { CannotStart } from './say.mjs';

/** The database and the queue: the given ones, or our own. What is begun here is put on `begun`, for the end. */
export async function startServices(settings, begun) {
  const databaseUrl = settings.databaseUrl ?? (await ownDatabase(settings, begun));
  if (settings.databaseUrl !== null) await reach(databaseUrl);
  if (!settings.useRedis) return { databaseUrl, redisUrl: null };
  if (settings.redisUrl !== null) return { databaseUrl, redisUrl: settings.redisUrl, redisFrom: 'REDIS_URL' };
  if (settings.redisClusterNodes !== null) return { databaseUrl, redisUrl: '', redisFrom: 'REDIS_CLUSTER_NODES' };
  const program = findRedis();
  if (program === null) return { databaseUrl, redisUrl: null };
  const redis = await startRedis(program, join(settings.dataDir, 'redis'));
  if (redis === null) return { databaseUrl, redisUrl: null };
  begun.push(redis);
  return { databaseUrl, redisUrl: redis.url, redisFrom: program };
}

async function ownDatabase({ dataDir }, begun) {
  const server = await startPostgres(join(dataDir, 'postgres'));
  begun.push(server);
  return ensureDatabase(server.url, 'hengzheng');
}

async function reach(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5_000 });
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    throw new CannotStart(
      `连不上 DATABASE_URL 的数据库 / The database of DATABASE_URL cannot be reached: ${error.code ?? error.message}`,
    );
  }
}
