// Real processes, durable PostgreSQL, loopback. `--cohort N` (5,000), `--seconds N` for each measurement (6), `--leaves N` of the largest
// log (10,000,000).
import { cpus } from 'node:os';
import { ensureBuilt } from '../../../scripts/lib/build.mjs';
import { installation } from '../installation.mjs';
import { table } from '../load.mjs';
import { application } from './app.mjs';
import { passedPeople, releaseCohort } from './cohort.mjs';
import { makingRates } from './making.mjs';
import { fillTiles, proofTimes } from './proofs.mjs';
import { atRate, besideFloor, firstQuestions, questions } from './verification.mjs';

const option = (name, fallback) =>
  Number(process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback);
const COHORT = option('--cohort', 5_000);
const SECONDS = option('--seconds', 6);
const LEAVES = option('--leaves', 10_000_000);
const RATE = 500;
/** Certificates that are asked for again and again. */
const ASKED_AGAIN = 500;

async function measureCohort(server, app) {
  console.log(
    `\nA cohort of ${COHORT.toLocaleString('en')}, from the release of the results to the last PDF, one worker process:`,
  );
  const people = await passedPeople(server.databaseUrl, app, COHORT);
  const { seconds, processor } = await releaseCohort(server, app, people);
  const perCore =
    processor > 0 ? `, ${((COHORT * 1_000) / processor).toFixed(1)} per second of its processor time` : '';
  console.log(`  done in ${seconds.toFixed(1)} s: ${(COHORT / seconds).toFixed(1)} certificates per s${perCore}`);
}

async function measureMaking(server, app) {
  const { credentials, pdfs } = await makingRates(server.databaseUrl, app, SECONDS);
  const row = (name, { perCore, perSecond }) =>
    console.log(`${name.padEnd(52)} ${perCore.toFixed(1).padStart(10)} ${perSecond.toFixed(1).padStart(10)}`);
  console.log('\nMade one after the other                             per core     per s');
  row('Credentials (four variants, two proofs each, checked)', credentials);
  row('PDFs (drawn, signed)', pdfs);
}

async function measureVerification(server, app) {
  const found = await questions(server.databaseUrl, app, 2 * ASKED_AGAIN);
  const asks = found.slice(0, ASKED_AGAIN);
  const { ours, floor } = await besideFloor(server, asks, SECONDS * 3);
  table('Floor: bare Fastify + pg, one look-up by primary key', [floor]);
  table('Verifications of certificates that are valid', [ours], 'the floor');
  table(`Verifications at ${RATE} requests per second (first column: the rate)`, [
    await atRate(server, asks, RATE, SECONDS),
  ]);
  table('Verifications of certificates that nobody asked for before', [
    await firstQuestions(server, found.slice(ASKED_AGAIN)),
  ]);
}

async function measureProofs(server, app) {
  await fillTiles(server.databaseUrl, LEAVES);
  const sizes = [1_000, 10_000, 100_000, 1_000_000, 10_000_000].filter((size) => size <= LEAVES);
  table('Inclusion proofs, made and checked, by size of the log (first column)', await proofTimes(app, sizes));
}

await ensureBuilt();
const server = await installation();
const app = await application(server.env);
try {
  console.log(`${cpus().length} cores, Node ${process.version}; machines are noisy: compare, do not quote.`);
  await measureCohort(server, app);
  await measureMaking(server, app);
  await measureVerification(server, app);
  await measureProofs(server, app);
} finally {
  await app.close();
  await server.stop();
}
