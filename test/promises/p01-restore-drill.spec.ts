import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { baseBackup } from '../tools/base-backup';
import { Candidate, someResponse } from '../tools/candidate';
import { Cluster } from '../tools/cluster';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';

const CANDIDATES = 3;

/** The steps of "Backup" in docs/operation.md, on a real server whose machine is lost. */
describe('P1: no acknowledged answer is lost when the database must be restored', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hz-drill-'));
  const archive = join(folder, 'archive');
  const opened = [folder, archive];
  let lost: Cluster;
  let restored: Cluster | undefined;
  let installation: Installation;

  beforeAll(async () => {
    mkdirSync(archive);
    // The server runs under an account of its own.
    for (const each of opened) chmodSync(each, 0o777);
    lost = await Cluster.over(join(folder, 'lost'), {
      archive_mode: 'on',
      archive_command: `cp %p ${archive}/%f.draft && mv ${archive}/%f.draft ${archive}/%f`,
    });
    installation = await Installation.create({ server: lost.url });
    await installation.startApi();
  });
  afterAll(async () => {
    await installation?.kill('api');
    await installation?.kill('worker');
    await restored?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  it('F35: base backup, archive and the log that was not archived yet, into an empty folder', async () => {
    const ledger = new Ledger();
    const candidates = await Promise.all(
      Array.from({ length: CANDIDATES }, (_, n) => Candidate.signUp(installation.base, `drill${n}`)),
    );
    for (const candidate of candidates) await candidate.start();
    let isOver = false;
    const saving = candidates.map(async (candidate) => {
      for (let n = 0; !isOver; n += 1) {
        const item = candidate.items[n % candidate.items.length]!;
        await candidate.save(ledger, item, someResponse(item.interaction, n));
      }
    });
    await pause(300);
    await baseBackup(lost, join(folder, 'backup'), 'recovery');
    await pause(300);
    // What is in the archive is more than one file, as it is after a day.
    await installation.query('SELECT pg_switch_wal()');
    await pause(300);

    await lost.down('SIGKILL');
    const acknowledged = ledger.entries.length;
    copy(join(lost.data, 'pg_wal'), join(folder, 'log'));
    rmSync(lost.folder, { recursive: true });
    const { pathname } = new URL(installation.databaseUrl);
    expect((await lostIn(await restoredFrom(folder, 'without'), pathname, ledger)).length).toBeGreaterThan(0);
    const begun = Date.now();
    restored = await restoredFrom(folder, 'log');
    const tookMs = Date.now() - begun;
    await installation.kill('api');
    const databaseUrl = restored.urlOf(pathname.slice(1));
    await installation.startApi('', { DATABASE_URL: databaseUrl });
    installation.startWorker('', { DATABASE_URL: databaseUrl });

    // The pages go on as if nothing had been: the same lease, the same numbers.
    while (ledger.entries.length < acknowledged + CANDIDATES) await pause(20);
    isOver = true;
    await Promise.all(saving);
    await Promise.all(candidates.map((candidate) => candidate.submit()));
    const now = { query: <Row>(sql: string, values?: unknown[]) => queryOn<Row>(databaseUrl, sql, values) };
    expect(acknowledged).toBeGreaterThan(20 * CANDIDATES);
    expect(await ledger.lost(now)).toEqual([]);
    await untilScored(now);
    expect(await brokenInvariants(now)).toEqual([]);
    expect(tookMs).toBeLessThan(60_000);
  });
});

/** What the archive alone would lose: the test sees what is missing. */
async function lostIn(server: Cluster, pathname: string, ledger: Ledger): Promise<string[]> {
  const url = server.urlOf(pathname.slice(1));
  const lost = await ledger.lost({ query: (sql, values) => queryOn(url, sql, values) });
  await server.remove();
  return lost;
}

/** A server on the backup, which replays what the archive has and then, from `log`, what the lost machine had not archived yet. */
async function restoredFrom(folder: string, log: string): Promise<Cluster> {
  const target = join(folder, `restored-${log}`);
  mkdirSync(target);
  chmodSync(target, 0o755);
  copy(join(folder, 'backup'), join(target, 'data'));
  const restored = await Cluster.over(target, {
    restore_command: `cp ${folder}/archive/%f %p || cp ${folder}/${log}/%f %p`,
    recovery_target_timeline: 'latest',
  });
  for (;;) {
    const [row] = await queryOn<{ done: boolean }>(restored.url, 'SELECT NOT pg_is_in_recovery() AS done');
    if (row!.done) return restored;
    await pause(100);
  }
}

/** With its owner and rights. */
function copy(from: string, to: string): void {
  const { status, stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

async function untilScored(now: { query: <Row>(sql: string) => Promise<Row[]> }): Promise<void> {
  for (;;) {
    const [row] = await now.query<{ done: boolean }>(
      `SELECT (SELECT count(*) FROM grading.scored_attempt) = ${CANDIDATES}
          AND NOT EXISTS (SELECT 1 FROM platform.delivery WHERE done_at IS NULL) AS done`,
    );
    if (row!.done) return;
    await pause(200);
  }
}

async function queryOn<Row>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
