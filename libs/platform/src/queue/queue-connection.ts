import { Logger } from '@nestjs/common';
import { Cluster, type RedisOptions } from 'ioredis';
import type { Config, QueueSettings } from '../config/config';
import { EnduringClient } from '../database/enduring-client';

/** A request must not hang while Redis is away; a worker must wait for it for ever. */
export type QueueSide = 'sender' | 'worker';

type RedisSettings = Extract<QueueSettings, { backend: 'redis' }>;

const MAX_PAUSE_MS = 2_000;
/** While slots move or a node is being replaced, a command is sent on at most this often; a sender then leaves it to the outbox. */
const REDIRECTIONS = { sender: 5, worker: 16 };

/**
 * How BullMQ's queues or workers of one process reach the backend. From one server they make connections of their own; of a Redis Cluster
 * they share a client here (senders), or copy it (workers).
 */
export class QueueConnection {
  private cluster: Cluster | undefined;

  constructor(
    private readonly config: Pick<Config, 'queue' | 'databaseUrl'>,
    private readonly side: QueueSide,
  ) {}

  /** For the option `connection` of BullMQ's Queue or Worker. */
  get option(): never {
    const { queue, databaseUrl } = this.config;
    if (queue.backend === 'postgres') {
      return { connectionString: databaseUrl, migrate: true, Client: EnduringClient } as never;
    }
    return (
      queue.isCluster ? (this.cluster ??= clusterClient(queue, this.side)) : oneServer(queue, this.side)
    ) as never;
  }

  /** Ends what BullMQ does not end by itself. */
  close(): void {
    this.cluster?.disconnect();
  }
}

function oneServer(queue: RedisSettings, side: QueueSide): RedisOptions {
  const [server] = queue.servers;
  return {
    ...addressOf(server),
    ...accessOf(server),
    db: Number(new URL(server).pathname.slice(1) || 0),
    maxRetriesPerRequest: side === 'worker' ? null : 1,
    enableOfflineQueue: side === 'worker',
    retryStrategy: pauseBeforeTry,
  };
}

/**
 * A node that is lost takes its queues' jobs with it; they come again from the outbox (P6). The client looks for the nodes of the slots anew
 * when one is gone, and for the whole cluster for as long as none answers.
 */
function clusterClient(queue: RedisSettings, side: QueueSide): Cluster {
  const cluster = new Cluster(queue.servers.map(addressOf), {
    // Under TLS a name that is looked up here would no longer be the one in the certificate.
    ...(new URL(queue.servers[0]).protocol === 'rediss:' && {
      dnsLookup: (address, answer) => answer(null, address),
    }),
    redisOptions: { ...accessOf(queue.servers[0]), maxRetriesPerRequest: null },
    enableOfflineQueue: side === 'worker',
    maxRedirections: REDIRECTIONS[side],
    clusterRetryStrategy: pauseBeforeTry,
  });
  const log = new Logger('queue-connection');
  cluster.on('error', (error: Error) => log.warn({ side, error: error.message }));
  return cluster;
}

function pauseBeforeTry(times: number): number {
  return Math.min(times * 100, MAX_PAUSE_MS);
}

function addressOf(server: string): { host: string; port: number } {
  const { hostname, port } = new URL(server);
  return { host: hostname, port: Number(port || 6379) };
}

function accessOf(server: string): Pick<RedisOptions, 'username' | 'password' | 'tls'> {
  const { username, password, protocol } = new URL(server);
  return {
    ...(username !== '' && { username: decodeURIComponent(username) }),
    ...(password !== '' && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
}
