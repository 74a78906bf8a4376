// `npm run measure:scaling`: what one call of each hot path costs, on one API process, PostgreSQL and a driver on this machine. Prints
// points for `figures.json`; with `--write` puts them there. Best on a quiet machine: what else it did stands in the points.
import { execFileSync } from 'node:child_process';
import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { ensureBuilt } from '../../../scripts/lib/build.mjs';
import { waitingCandidates } from '../candidates.mjs';
import { ProcessWatch } from '../exam-day/processes.mjs';
import { saves } from '../hot-paths.mjs';
import { installation } from '../installation.mjs';
import { figuresOf, load } from '../load.mjs';

const FIGURES = join(import.meta.dirname, 'figures.json');
const CONNECTIONS = [1, 8, 64];
const SECONDS = 4;
const WARM_UP_SECONDS = 8;
/** Connections of PostgreSQL that have nothing to do tell after ten seconds what they have counted. */
const COUNTED_AFTER_MS = 10_500;
const WARM_UP_CALLS = 100;
/** What a candidate does once is measured over so many candidates for each number of connections. */
const ONCE = new Map([
  [1, 40],
  [64, 250],
]);

async function measureAll(server) {
  const client = new pg.Client({ connectionString: server.databaseUrl });
  await client.connect();
  // The end of the server must not hide why it came.
  client.on('error', () => undefined);
  await client.query('ALTER SYSTEM SET track_wal_io_timing = on');
  await client.query('SELECT pg_reload_conf()');
  const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
  const postmaster = Number(readFileSync(`/proc/${rows[0].pid}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]);
  const candidates = await waitingCandidates(
    server.base,
    [...ONCE.values()].reduce((sum, count) => sum + count, WARM_UP_CALLS),
  );
  const points = [];
  let idle = { api: 0, postgres: 0, driver: 0, commits: 0 };
  const measure = async (operation, connections, deed) => {
    const before = await written(client);
    const watch = new ProcessWatch([
      { name: 'api', pid: () => server.pid },
      { name: 'postgres', pid: () => postmaster, withChildren: true },
      { name: 'driver', pid: () => process.pid },
    ]);
    const sample = await deed();
    const { processes, othersSeconds } = watch.end();
    const after = await written(client);
    await pause(COUNTED_AFTER_MS);
    const counted = await written(client);
    after.commits = counted.commits;
    const waited = sample.seconds + COUNTED_AFTER_MS / 1_000;
    const calls = sample.times.length;
    const secondsOf = (name) => processes.find((one) => one.name === name).cpuSeconds - idle[name] * sample.seconds;
    const perCall = (name) => (Math.max(0, secondsOf(name)) * 1_000) / calls;
    const commits = Math.max(1, after.commits - before.commits - idle.commits * waited);
    if (operation === 'nothing') {
      const { seconds } = sample;
      idle = {
        api: secondsOf('api') / seconds,
        postgres: secondsOf('postgres') / seconds,
        driver: secondsOf('driver') / seconds,
        commits: commits / waited,
      };
      console.error('idle', JSON.stringify(idle));
      return;
    }
    const { perSecond, p50, p95 } = figuresOf([sample]);
    if (sample.failed > 0) throw new Error(`${operation}: ${sample.failed} calls failed`);
    points.push({
      operation,
      connections,
      tripsPerCall: round(commits / calls),
      apiMs: round(perCall('api')),
      postgresMs: round(perCall('postgres')),
      driverMs: round(perCall('driver')),
      walBytes: Math.round((after.wal - before.wal) / calls),
      syncMs: round((counted.flushMs - before.flushMs) / Math.max(1, counted.flushes - before.flushes)),
      othersCores: round(othersSeconds / sample.seconds),
      perSecond: Math.round(perSecond),
      p50Ms: round(p50),
      p95Ms: round(p95),
    });
    console.error(JSON.stringify(points.at(-1)));
  };
  const once = async (operation, deed) => {
    const open = [...candidates];
    for (const [connections, count] of ONCE) {
      const some = open.splice(0, count);
      await measure(operation, connections, () => load(server, connections, 60, each(some, deed)));
    }
  };
  // What the processes do with nobody there is not the calls'.
  const nobody = { times: [0], failed: 0, seconds: SECONDS, processor: 0 };
  await pause(COUNTED_AFTER_MS);
  await measure('nothing', 0, () => pause(SECONDS * 1_000, nobody));
  await load(server, 64, 60, each(candidates.splice(0, WARM_UP_CALLS), start));
  await once('start', start);
  await saves(server, candidates, 64, WARM_UP_SECONDS);
  for (const connections of CONNECTIONS)
    await measure('save', connections, () => saves(server, candidates, connections, SECONDS));
  for (const connections of ONCE.keys())
    await measure('heartbeat', connections, () => load(server, connections, SECONDS, heartbeatOf(candidates)));
  await once('handIn', handIn);
  await client.end();
  return points;
}

/** Each of `candidates` once, whichever connection is free. */
function each(candidates, deed) {
  const open = [...candidates];
  return (connection) => {
    const who = open.pop();
    return who === undefined ? null : deed(connection, who, `/api/v1/attempts/${who.attemptId}`);
  };
}

async function start(connection, who, path) {
  const pledge = { pledge: true, pageId: randomUUID(), pageKey: who.page.publicKey };
  const { status, text } = await connection.call('POST', `${path}/start`, pledge, who.headers);
  if (status !== 200) return false;
  const { lease, paperKeys } = JSON.parse(text);
  Object.assign(who, { leaseId: lease.leaseId, paperKeys, seq: 0 });
  return true;
}

async function handIn(connection, who, path) {
  const { status } = await connection.call('POST', `${path}/submission`, { leaseId: who.leaseId }, who.headers);
  return status === 200;
}

function heartbeatOf(candidates) {
  return async (connection, index) => {
    const who = candidates[index];
    const contact = { leaseId: who.leaseId, lostForMs: 0, browserOffline: false };
    const { status } = await connection.call(
      'POST',
      `/api/v1/attempts/${who.attemptId}/heartbeat`,
      contact,
      who.headers,
    );
    return status === 200;
  };
}

async function written(client) {
  const { rows } = await client.query(
    `SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::float8 AS wal, pg_stat_force_next_flush() IS NULL AS flushed,
            w.flushes, w.ms AS "flushMs",
            (SELECT xact_commit::float8 FROM pg_stat_database WHERE datname = current_database()) AS commits
       FROM (SELECT sum(fsyncs)::float8 AS flushes, sum(fsync_time + write_time)::float8 AS ms FROM pg_stat_io WHERE object = 'wal' AND context = 'normal') AS w`,
  );
  return rows[0];
}

/** The median of so many writes of one page that are waited for, in ms, where PostgreSQL's data were. */
function syncMs(times = 400) {
  const folder = mkdtempSync(join(tmpdir(), 'hz-sync-'));
  const file = openSync(join(folder, 'log'), 'w');
  const page = Buffer.alloc(8_192, 1);
  const taken = Array.from({ length: times }, (_, n) => {
    const from = performance.now();
    writeSync(file, page, 0, page.length, (n % 64) * page.length);
    fdatasyncSync(file);
    return performance.now() - from;
  });
  closeSync(file);
  rmSync(folder, { recursive: true, force: true });
  return round(taken.sort((a, b) => a - b)[times / 2]);
}

function round(value) {
  return Number(value.toPrecision(3));
}

await ensureBuilt();
const running = await installation();
let points;
try {
  points = await measureAll(running);
} finally {
  await running.stop();
}
const [cpu] = cpus();
const loop = {
  source: {
    command: 'npm run measure:scaling -- --write',
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpu.model.trim()}`,
    commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  },
  syncMs: syncMs(),
  cores: cpus().length,
  points,
};
if (process.argv.includes('--write')) {
  const figures = JSON.parse(readFileSync(FIGURES, 'utf8'));
  writeFileSync(FIGURES, `${JSON.stringify({ ...figures, loop }, null, 2)}\n`);
} else {
  console.log(JSON.stringify(loop, null, 2));
}
