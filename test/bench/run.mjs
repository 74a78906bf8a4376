// Real processes, durable PostgreSQL, loopback. `--seconds N` for each measurement (3), `--connections 1,8,32,64`, `--rows N` in the
// filled response log (5,000,000).
import { cpus } from 'node:os';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { waitingCandidates } from './candidates.mjs';
import { fillLog } from './filled-log.mjs';
import { bareFastify, pgbench, WARM_UP_CONNECTIONS } from './floors.mjs';
import { handIns, saves, starts, verifications } from './hot-paths.mjs';
import { installation } from './installation.mjs';
import { table } from './load.mjs';
import { scoringRate } from './scoring.mjs';

const option = (name, fallback) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback;
const SECONDS = Number(option('--seconds', '3'));
const CONNECTIONS = option('--connections', '1,8,32,64').split(',').map(Number);
const ROWS = Number(option('--rows', '5000000'));
/** One-shot calls are measured over so many candidates for each connection, but not fewer than the second figure. */
const EACH = 3;
const AT_LEAST = 60;

const how = { connections: CONNECTIONS, seconds: SECONDS };
const countFor = (connections) => Math.max(connections * EACH, AT_LEAST);
const best = (rows) => Math.max(...rows.map(({ figures }) => figures.perSecond));

function split(candidates) {
  let from = 0;
  return new Map(
    CONNECTIONS.map((connections) => [connections, candidates.slice(from, (from += countFor(connections)))]),
  );
}

async function measure(server) {
  const { base, databaseUrl } = server;
  console.log(
    `${cpus().length} cores, Node ${process.version}, ${SECONDS} s each; machines are noisy: compare, do not quote. "cpu ms" is the server process's own processor time per call.`,
  );
  await bareFastify(databaseUrl, 'single', 'Floor: bare Fastify + pg, one durable insert per request', how);
  const floor = await bareFastify(databaseUrl, 'batched', 'Floor: bare Fastify + pg, many per commit', how);
  const candidates = await waitingCandidates(
    base,
    CONNECTIONS.reduce((sum, count) => sum + countFor(count), 0),
  );
  const byConnections = split(candidates);
  await starts(server, byConnections);

  await saves(server, candidates, { connections: [WARM_UP_CONNECTIONS], seconds: 2 * SECONDS });
  const empty = await saves(server, candidates, how);
  for (const row of empty) row.ratio = row.figures.perSecond / floor.get(row.connections);
  table('Saves', empty, 'bare Fastify with batching');
  const upserts = await pgbench(databaseUrl, how);
  console.log(
    upserts === null
      ? '\nNo pgbench on this machine.'
      : `\npgbench, one durable upsert per transaction, at its best: ${upserts.toFixed(0)} per s; saves at their best are ${(best(empty) / upserts).toFixed(2)} of it.`,
  );

  await fillLog(databaseUrl, ROWS);
  const filled = await saves(server, candidates, how);
  for (const [n, row] of filled.entries()) row.ratio = row.figures.perSecond / empty[n].figures.perSecond;
  table(`Saves with ${ROWS.toLocaleString('en')} rows in the response log`, filled, 'the empty log');

  await handIns(server, byConnections);
  await verifications(server, how);
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
