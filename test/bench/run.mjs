// Real processes, durable PostgreSQL, loopback. `--seconds N` for each measurement (6), `--connections 1,8,32,64,256`, `--rows N` in the
// filled response log (20,000,000).
import { cpus } from 'node:os';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { waitingCandidates } from './candidates.mjs';
import { fillLog } from './filled-log.mjs';
import { bareFastify, pgbench } from './floors.mjs';
import { handIns, saves, starts } from './hot-paths.mjs';
import { installation } from './installation.mjs';
import { figuresOf, table } from './load.mjs';
import { scoringRate } from './scoring.mjs';

const option = (name, fallback) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback;
const SECONDS = Number(option('--seconds', '6'));
const CONNECTIONS = option('--connections', '1,8,32,64,256').split(',').map(Number);
const ROWS = Number(option('--rows', '20000000'));
/** One-shot calls are measured over so many candidates for each connection, but not fewer than the second figure. */
const EACH = 3;
const AT_LEAST = 60;

const countFor = (connections) => Math.max(connections * EACH, AT_LEAST);
const best = (rows) => Math.max(...rows.map(({ figures }) => figures.perSecond));
/** Compilers need so long before they have done their best. */
const WARM_UP_SECONDS = 10;
/** Sides that are compared take turns, so that a machine that is slow for a while is slow for both. */
const ROUNDS = 3;

function split(candidates) {
  let from = 0;
  return new Map(
    CONNECTIONS.map((connections) => [connections, candidates.slice(from, (from += countFor(connections)))]),
  );
}

/** Saves of the real server beside its floors, turn by turn. */
async function compareSaves(server, candidates) {
  const real = {
    saves: (connections, seconds) => saves(server, candidates, connections, seconds),
    stop: () => undefined,
  };
  const most = Math.max(...CONNECTIONS);
  await real.saves(most, WARM_UP_SECONDS);
  const sides = [
    real,
    await bareFastify(server.databaseUrl, 'batched', candidates),
    await bareFastify(server.databaseUrl, 'single', candidates),
  ];
  for (const { saves: warmUp } of sides.slice(1)) await warmUp(most, WARM_UP_SECONDS / 2);
  const upserts = await pgbench(server.databaseUrl);
  const rates = [];
  const rows = sides.map(() => []);
  for (const connections of CONNECTIONS) {
    const samples = sides.map(() => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [n, side] of sides.entries()) samples[n].push(await side.saves(connections, SECONDS / ROUNDS));
      rates.push(upserts(connections, Math.ceil(SECONDS / ROUNDS)));
    }
    for (const [n, taken] of samples.entries()) rows[n].push({ connections, figures: figuresOf(taken) });
  }
  for (const { stop } of sides) stop();
  const [ours, batched, single] = rows;
  for (const [n, row] of ours.entries()) row.ratio = row.figures.perSecond / batched[n].figures.perSecond;
  table('Floor: bare Fastify + pg, the same statement, one commit per request', single);
  table('Floor: bare Fastify + pg, the same statement, the same batching', batched);
  table('Saves', ours, 'bare Fastify with the same batching');
  const bestRate = Math.max(...rates.filter(Number.isFinite));
  console.log(
    !Number.isFinite(bestRate)
      ? '\nNo pgbench on this machine.'
      : `\npgbench, one durable upsert per transaction, at its best: ${bestRate.toFixed(0)} per s; saves at their best are ${(best(ours) / bestRate).toFixed(2)} of it.`,
  );
}

async function measure(server) {
  const { base, databaseUrl } = server;
  console.log(
    `${cpus().length} cores, Node ${process.version}, ${SECONDS} s each; machines are noisy: compare, do not quote. "cpu ms" is the server process's own processor time per call.`,
  );
  const candidates = await waitingCandidates(
    base,
    CONNECTIONS.reduce((sum, count) => sum + countFor(count), 0),
  );
  const byConnections = split(candidates);
  await starts(server, byConnections);

  await compareSaves(server, candidates);
  await fillLog(databaseUrl, ROWS);
  console.log(`\nWith ${ROWS.toLocaleString('en')} rows of other sessions in the response log:`);
  await compareSaves(server, candidates);
  await handIns(server, byConnections);
  const scored = await scoringRate(databaseUrl, SECONDS);
  console.log(`\nScoring: ${Math.round(scored).toLocaleString('en')} sixty-item attempts per minute on one core.`);
}

await ensureBuilt();
const running = await installation();
try {
  await measure(running);
} finally {
  await running.stop();
}
