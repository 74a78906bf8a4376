import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { Candidate, someResponse } from '../tools/candidate';
import { Cluster } from '../tools/cluster';
import { Installation } from '../tools/installation';
import { Ledger } from '../tools/ledger';
import { LoopDisk } from '../tools/loop-disk';
import { pause } from '../tools/processes';

const DISK_MEGABYTES = 600;
const CANDIDATES = 3;
/** What is on its way to a candidate when the database stops has arrived after this time. */
const ON_THE_WAY_MS = 100;

// It takes root and loop devices; elsewhere the tests count as skipped.
const disk = LoopDisk.make(DISK_MEGABYTES);
const test = disk === null ? it.skip : it;

describe('P1: no acknowledged answer is lost when the power fails', () => {
  let cluster: Cluster;
  let installation: Installation;

  beforeAll(async () => {
    if (disk === null) return;
    cluster = await Cluster.over(clusterOn(disk), { max_wal_size: '64MB' });
    installation = await Installation.create({ server: cluster.url });
  });
  afterAll(async () => {
    cluster?.signal('SIGCONT');
    await installation?.remove();
    await cluster?.remove();
    disk?.remove();
  });

  /** Candidates answer without a pause while the power fails so many times; what of their acknowledged answers is gone each time. */
  async function lostInCuts(cuts: number): Promise<string[]> {
    const ledger = new Ledger();
    const candidates = await Promise.all(
      Array.from({ length: CANDIDATES }, (_, n) => Candidate.signUp(installation.base, `power${cuts}-${n}`)),
    );
    for (const candidate of candidates) await candidate.start();
    let isOver = false;
    const saving = candidates.map(async (candidate) => {
      for (let n = 0; !isOver; n += 1) {
        const item = candidate.items[n % candidate.items.length]!;
        await candidate.save(ledger, item, someResponse(item.interaction, n));
      }
    });
    const lost: string[] = [];
    for (let cut = 0; cut < cuts; cut += 1) {
      // Every other time in the middle of a checkpoint, when more than the log is being written.
      const checkpoint = cut % 2 === 1 ? installation.query('CHECKPOINT') : Promise.resolve();
      await pause(30 + Math.random() * 400);
      cluster.signal('SIGSTOP');
      await pause(ON_THE_WAY_MS);
      const acknowledged = ledger.entries;
      const copy = disk!.afterPowerCut();
      cluster.signal('SIGCONT');
      await checkpoint;
      lost.push(...(await lostOn(copy, installation.databaseUrl, acknowledged)));
    }
    isOver = true;
    await Promise.all(saving);
    expect(ledger.entries.length).toBeGreaterThan(cuts * CANDIDATES);
    return lost;
  }

  test('F9: at random moments and in the middle of checkpoints', async () => {
    await installation.startApi();
    expect(await lostInCuts(5)).toEqual([]);
  });

  test('F9: is seen to fail when commits do not wait for the disk', async () => {
    for (const setting of ["synchronous_commit = 'off'", "wal_writer_delay = '2s'"])
      await installation.query(`ALTER SYSTEM SET ${setting}`);
    await installation.query('SELECT pg_reload_conf()');
    await installation.kill('api');
    await installation.startApi('without:durability-guard');
    expect((await lostInCuts(2)).length).toBeGreaterThan(0);
  });
});

const clusterOn = (disk: LoopDisk) => join(disk.folder, 'cluster');

/** The database recovers on what the power cut left, and is asked for everything that was acknowledged before. */
async function lostOn(copy: LoopDisk, databaseUrl: string, acknowledged: Ledger['entries']): Promise<string[]> {
  // It names a process that still runs here, as it would not after a power cut.
  rmSync(join(clusterOn(copy), 'data', 'postmaster.pid'));
  const recovered = await Cluster.over(clusterOn(copy));
  const client = new Client({ connectionString: recovered.urlOf(new URL(databaseUrl).pathname.slice(1)) });
  await client.connect();
  try {
    const { rows } = await client.query<{ key: string }>(
      `SELECT attempt_id || ' ' || seq AS key FROM delivery.response_log`,
    );
    const stored = new Set(rows.map(({ key }) => key));
    return acknowledged.map(({ attemptId, seq }) => `${attemptId} ${seq}`).filter((key) => !stored.has(key));
  } finally {
    await client.end();
    await recovered.remove();
    copy.remove();
  }
}
