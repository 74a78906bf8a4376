import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DomainError } from '@hz/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { CONFIG, type Config } from '../config/config';
import { Metrics } from '../metrics';
import { createDataSource } from './data-source';
import { ReplicaAge } from './replica-age';

const CHECK_EVERY_MS = 1_000;
/** A replica that hangs must not make a reader hang: after this time the primary is asked. */
const PATIENCE_MS = 3_000;
const POOL = 10;

/** What may be read with, of the primary or of the replica. */
export type Reader = EntityManager;

/** `ageMs`: how old what it shows was at the last look; null when it could not be asked. */
export interface ReplicaState {
  readonly inUse: boolean;
  readonly ageMs: number | null;
}

/**
 * Reads whose answer may be some seconds old. They go to the replica of DATABASE_REPLICA_URL while it is at most `replicaMaxLagMs` behind,
 * and otherwise, or when it fails in the middle, to the primary. A query is put here by hand: never one of the exam room, of a login or
 * permission, of a certificate's validity, or one with which somebody looks at what they have just done.
 */
@Injectable()
export class LaggingReads implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('replica');
  private readonly age = new ReplicaAge();
  private replica: DataSource | null = null;
  private inUse = false;
  private ageMs: number | null = null;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private isOver = false;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'databaseReplicaUrl' | 'replicaMaxLagMs'>,
    private readonly primary: DataSource,
    private readonly metrics: Metrics,
  ) {}

  /** Null when there is no replica. */
  get state(): ReplicaState | null {
    return this.config.databaseReplicaUrl === undefined ? null : { inUse: this.inUse, ageMs: this.ageMs };
  }

  /** `work` only reads, and may be called a second time, on the primary. Throws as `work` does there. */
  async run<T>(work: (read: Reader) => Promise<T>): Promise<T> {
    if (this.replica !== null && this.inUse) {
      try {
        const found = await work(this.replica.manager);
        this.served('replica');
        return found;
      } catch (error) {
        if (error instanceof DomainError) throw error;
        this.leave(error);
      }
    }
    const found = await work(this.primary.manager);
    this.served('primary');
    return found;
  }

  /** Nobody waits for the replica: until it has been looked at, the primary is asked. */
  onApplicationBootstrap(): void {
    if (this.config.databaseReplicaUrl !== undefined) this.lookAgain(0);
  }

  async onApplicationShutdown(): Promise<void> {
    this.isOver = true;
    clearTimeout(this.timer);
    await this.looking;
    await this.replica?.destroy().catch(() => undefined);
  }

  private lookAgain(afterMs = CHECK_EVERY_MS): void {
    this.timer = setTimeout(() => {
      this.looking = this.look().finally(() => {
        if (!this.isOver) this.lookAgain();
      });
    }, afterMs);
    this.timer.unref();
  }

  /** Compares both. While the primary cannot be asked, the verdict stays: there is nothing better to read from. */
  private async look(): Promise<void> {
    const primary = await inTime(this.positionOfPrimary()).catch(() => null);
    try {
      this.replica ??= await this.connect();
      const replica = await positionOf(this.replica);
      if (primary === null) return;
      if (replica.system !== primary.system) throw new Error('DATABASE_REPLICA_URL is of another database server');
      const ageMs = this.age.of(replica.position, performance.now());
      this.judge(ageMs, ageMs <= this.config.replicaMaxLagMs);
    } catch (error) {
      this.leave(error);
    }
  }

  private async positionOfPrimary(): Promise<{ system: string }> {
    const atMs = performance.now();
    const [row] = await this.primary.query<{ position: string; system: string }[]>(
      `SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::text AS position,
              (SELECT system_identifier::text FROM pg_control_system()) AS system`,
    );
    this.age.note(Number(row!.position), atMs);
    return { system: row!.system };
  }

  private connect(): Promise<DataSource> {
    return createDataSource(this.config.databaseReplicaUrl!, POOL, 'hengzheng-lagging', PATIENCE_MS).initialize();
  }

  private judge(ageMs: number | null, isUsable: boolean): void {
    if (isUsable !== this.inUse) this.log.warn({ inUse: isUsable, ageMs: Number.isFinite(ageMs) ? ageMs : null });
    this.inUse = isUsable;
    this.ageMs = Number.isFinite(ageMs) ? ageMs : null;
    this.metrics.gauge('hz_replica_in_use', 'Whether reads that may lag go to the replica').set(Number(isUsable));
    this.metrics
      .gauge('hz_replica_age_seconds', 'How old what the replica shows is; NaN when it cannot be said')
      .set(this.ageMs === null ? NaN : this.ageMs / 1_000);
  }

  /** Until the next look finds it well. */
  private leave(error: unknown): void {
    if (this.inUse) this.log.warn({ error: error instanceof Error ? error.message : String(error) });
    this.judge(null, false);
  }

  private served(by: 'replica' | 'primary'): void {
    this.metrics
      .counter('hz_lagging_reads_total', 'Reads that may lag, by the server that answered', ['by'])
      .inc({ by });
  }
}

/** A primary that hangs must not keep anybody from looking at the replica. */
function inTime<T>(question: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('too late')), PATIENCE_MS);
  });
  return Promise.race([question, late]).finally(() => clearTimeout(timer));
}

async function positionOf(replica: DataSource): Promise<{ position: number; system: string }> {
  const [row] = await replica.query<{ position: string | null; system: string }[]>(
    `SELECT CASE WHEN pg_is_in_recovery() THEN pg_wal_lsn_diff(pg_last_wal_replay_lsn(), '0/0')::text END AS position,
            (SELECT system_identifier::text FROM pg_control_system()) AS system`,
  );
  // A replica that was promoted goes its own way: what it shows is not what the primary will have had.
  if (row!.position === null) throw new Error('DATABASE_REPLICA_URL is of a server that is no replica');
  return { position: Number(row!.position), system: row!.system };
}
