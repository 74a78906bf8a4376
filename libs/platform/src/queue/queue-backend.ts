import { createPostgresBackend } from 'bullmq';
import type { Config } from '../config/config';
import { EnduringClient } from '../database/enduring-client';

/** What BullMQ's Queue and Worker need to reach the chosen backend. */
export function queueConnection(
  config: Pick<Config, 'queue' | 'databaseUrl'>,
  forWorker: boolean,
): Record<string, unknown> {
  if (config.queue.backend === 'postgres') {
    return { connectionString: config.databaseUrl, migrate: true, Client: EnduringClient };
  }
  const { hostname, port, username, password, pathname, protocol } = new URL(config.queue.url);
  return {
    host: hostname,
    port: Number(port || 6379),
    username: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    db: Number(pathname.slice(1) || 0),
    tls: protocol === 'rediss:' ? {} : undefined,
    // A request must not hang while Redis is away; a worker must wait for it for ever.
    maxRetriesPerRequest: forWorker ? null : 1,
    enableOfflineQueue: forWorker,
    retryStrategy: (times: number) => Math.min(times * 100, 2_000),
  };
}

/** What makes BullMQ's Queue and Worker work on the chosen backend; undefined is its own default, Redis. */
export function queueBackend(config: Pick<Config, 'queue'>): never {
  return (config.queue.backend === 'postgres' ? createPostgresBackend : undefined) as never;
}

/** One hash tag per queue, so that Redis Cluster keeps a queue's keys together. */
export function queuePrefix(config: Pick<Config, 'queue'>, queue: string): string {
  return config.queue.backend === 'redis' ? `{${config.queue.prefix}-${queue}}` : config.queue.prefix;
}
