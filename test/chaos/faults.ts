import { Client } from 'pg';
import { pause } from '../tools/processes';
import { awakeMs } from './awake';
import type { Habits, Sitter } from './sitter';
import type { FaultName } from './schedule';
import type { World } from './world';

export interface Scene {
  readonly world: World;
  readonly sitters: readonly Sitter[];
  readonly habits: Habits;
  readonly clockStepMs: number;
}

/** Makes the fault, and resolves when its cause is gone again. */
type Fault = (scene: Scene, forMs: number) => Promise<void>;

const LATE_MS = 1_000;
const COPIES = 4;
/** A frozen database may keep every save from coming by for a while. */
const UNHEARD_WITHIN_MS = 60_000;
const FELT_WITHIN_MS = 30_000;

export const INJECTIONS: Record<FaultName, Fault> = {
  'kill-api': ({ world }) => world.installation.kill('api'),
  'kill-peer': ({ world }) => world.installation.kill('api-2'),
  'kill-worker': ({ world }) => world.installation.kill('worker'),
  'redis-lost': async ({ world: { redis } }, forMs) => {
    await redis!.kill();
    await pause(forMs);
    redis!.up();
  },
  'database-stopped': (scene, forMs) => downAndUp(scene, 'SIGQUIT', forMs),
  'database-killed': (scene, forMs) => downAndUp(scene, 'SIGKILL', forMs),
  'connections-cut': cutConnections,
  'commit-unheard': async ({ world }) => {
    const cut = world.database.cutReplyTo('append-responses').then(() => true);
    const isCut = await Promise.race([cut, pause(UNHEARD_WITHIN_MS).then(() => false)]);
    if (!isCut) throw new Error('no save came by whose commit could be cut off');
  },
  'disk-full': fullDisk,
  'network-cut': (scene, forMs) => throughLines(scene, forMs, (line) => line.cut()),
  'network-silent': (scene, forMs) => throughLines(scene, forMs, (line) => line.silence()),
  'network-slow': (scene, forMs) => throughLines(scene, forMs, (line) => line.slow(LATE_MS)),
  'freeze-api': ({ world }, forMs) => frozen(forMs, (signal) => world.installation.signal('api', signal)),
  'freeze-worker': ({ world }, forMs) => frozen(forMs, (signal) => world.installation.signal('worker', signal)),
  'freeze-database': ({ world }, forMs) => frozen(forMs, (signal) => world.cluster.signal(signal)),
  'freeze-redis': ({ world }, forMs) => frozen(forMs, (signal) => world.redis!.signal(signal)),
  'client-clocks': async ({ sitters, clockStepMs }, forMs) => {
    await Promise.all(sitters.map((sitter, n) => sitter.stepClock(n % 2 === 0 ? clockStepMs : -clockStepMs)));
    await pause(forMs);
  },
  duplicates: ({ habits }, forMs) => whileSo(forMs, (is) => (habits.copies = is ? COPIES : 1)),
  overtaking: ({ habits }, forMs) => whileSo(forMs, (is) => (habits.overtaking = is)),
};

/** Why this machine cannot have the fault; null where it can. */
export function whyNot(name: FaultName, { disk, redis }: World): string | null {
  if (name === 'disk-full' && disk === null) return 'no small disk can be mounted here (it takes root)';
  if ((name === 'redis-lost' || name === 'freeze-redis') && redis === null) return 'there is no Redis here';
  return null;
}

/** What is written goes into pages that are there already, for a while: the disk stays full until somebody has felt it. */
async function fullDisk({ world: { disk, cluster }, sitters }: Scene, forMs: number): Promise<void> {
  const before = failuresOf(sitters);
  disk!.fill();
  try {
    await pause(forMs);
    for (const until = awakeMs() + FELT_WITHIN_MS; failuresOf(sitters) === before; await pause(20))
      if (awakeMs() > until) throw new Error('nobody felt that the disk was full');
  } finally {
    disk!.free();
  }
  if (!cluster.isUp) await cluster.up();
}

export function failuresOf(sitters: readonly Sitter[]): number {
  return sitters.reduce((sum, { failures }) => sum + failures, 0);
}

async function downAndUp({ world: { cluster } }: Scene, signal: 'SIGQUIT' | 'SIGKILL', forMs: number): Promise<void> {
  if (cluster.isUp) await cluster.down(signal);
  await pause(forMs);
  if (!cluster.isUp) await cluster.up();
}

async function cutConnections({ world }: Scene): Promise<void> {
  const admin = new Client({ connectionString: world.cluster.url });
  // It ends by itself where the whole server goes down in the same moment.
  admin.on('error', () => undefined);
  try {
    await admin.connect();
    await admin.query(
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = $1',
      [new URL(world.installation.databaseUrl).pathname.slice(1)],
    );
  } catch {
    return;
  } finally {
    await admin.end().catch(() => undefined);
  }
}

async function throughLines(
  { world }: Scene,
  forMs: number,
  spoil: (line: World['lines'][number]) => void,
): Promise<void> {
  for (const line of world.lines) spoil(line);
  await pause(forMs);
  for (const line of world.lines) line.restore();
}

async function frozen(forMs: number, send: (signal: 'SIGSTOP' | 'SIGCONT') => void): Promise<void> {
  send('SIGSTOP');
  await pause(forMs);
  send('SIGCONT');
}

async function whileSo(forMs: number, set: (is: boolean) => void): Promise<void> {
  set(true);
  await pause(forMs);
  set(false);
}
