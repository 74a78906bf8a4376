import { createPostgresBackend } from 'bullmq';
import type { Config } from '../config/config';

/** What makes BullMQ's Queue and Worker work on the chosen backend; undefined is its own default, Redis. */
export function queueBackend(config: Pick<Config, 'queue'>): never {
  return (config.queue.backend === 'postgres' ? createPostgresBackend : undefined) as never;
}

/** One hash tag per queue, so that Redis Cluster keeps a queue's keys together. */
export function queuePrefix(config: Pick<Config, 'queue'>, queue: string): string {
  return config.queue.backend === 'redis' ? `{${config.queue.prefix}-${queue}}` : config.queue.prefix;
}
