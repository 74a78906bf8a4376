import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster } from '../tools/cluster';
import { FaultProxy } from '../tools/fault-proxy';
import { Installation } from '../tools/installation';
import { Line } from '../tools/line';
import { Redis } from '../tools/redis';
import { SmallDisk } from '../tools/small-disk';

const DISK_MB = 1_024;
const RESTART_AFTER_MS = 250;
/** Work that a dead worker had taken is handed over again after a second instead of a minute. */
const IMPATIENT = { OUTBOX_PATIENCE_SECONDS: '1' };

/** A whole installation, and everything around it that can break. */
export class World {
  private supervisor: NodeJS.Timeout | undefined;

  private constructor(
    /** Ledgers, logs and the list of events; what is left of a run that failed. */
    readonly folder: string,
    readonly disk: SmallDisk | null,
    readonly cluster: Cluster,
    readonly redis: Redis | null,
    readonly installation: Installation,
    readonly database: FaultProxy,
    /** The ways to the two nodes. */
    readonly lines: readonly Line[],
  ) {}

  /** Two API nodes and a worker, over a PostgreSQL on a small disk where this machine allows one. `switches` as in HZ_TEST_SWITCHES. */
  static async create(redisProgram: string | null, switches: string): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'hz-chaos-'));
    const logs = join(folder, 'logs');
    mkdirSync(logs);
    const disk = SmallDisk.mount(DISK_MB);
    const cluster = await Cluster.start(disk?.folder);
    const redis = redisProgram === null ? null : await Redis.start(redisProgram);
    const settings = {
      ...IMPATIENT,
      HZ_TEST_SWITCHES: switches,
      LOG_LEVEL: 'warn',
      ...(switches !== '' && { SAVE_BATCH_MS: '100' }),
    };
    const installation = await Installation.create({ server: cluster.url, redisUrl: redis?.url, settings, logs });
    const database = await FaultProxy.before(installation.databaseUrl);
    await installation.startApi(switches, { DATABASE_URL: database.url });
    const peer = await installation.startSecondApi();
    installation.startWorker(switches);
    const lines = [await Line.to(installation.base), await Line.to(peer)];
    const world = new World(folder, disk, cluster, redis, installation, database, lines);
    world.supervisor = setInterval(() => world.installation.startEnded(), RESTART_AFTER_MS);
    return world;
  }

  async remove(): Promise<void> {
    clearInterval(this.supervisor);
    await this.installation.remove();
    await Promise.all([...this.lines.map((line) => line.close()), this.database.close()]);
    await this.redis?.remove();
    await this.cluster.remove();
    this.disk?.remove();
  }
}
