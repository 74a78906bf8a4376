// Real processes, durable PostgreSQL, loopback. `--seconds N` for each measurement (3), `--connections 1,8,32,64`.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { ensureBuilt } from '../../scripts/lib/build.mjs';
import { ensureDatabase, startPostgres } from '../../scripts/lib/postgres.mjs';
import { freePort } from '../../scripts/lib/processes.mjs';
import { runWorkerCommand, supervise, waitUntilReady } from '../../scripts/lib/server-processes.mjs';
import { bareFastify, pgbench } from './floors.mjs';
import { caller, load, table } from './load.mjs';

const option = (name, fallback) =>
  process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : fallback;
const SECONDS = Number(option('--seconds', '3'));
const CONNECTIONS = option('--connections', '1,8,32,64').split(',').map(Number);
const PASSWORD = 'a quiet river bend';

async function candidates(call, count) {
  const { rows } = JSON.parse((await call('GET', '/api/v1/sessions?status=open')).text);
  const session = rows.find(({ opensAt }) => opensAt < Date.now());
  const seated = [];
  for (let n = 0; n < count; n += 1) {
    const email = `bench${n}-${randomUUID().slice(0, 8)}@bench.example`;
    await call(
      'POST',
      '/api/v1/accounts',
      { email, password: PASSWORD, legalName: '压测', language: 'zh' },
      { 'x-forwarded-for': `10.0.0.${n}` },
    );
    const login = await call('POST', '/api/v1/login', { email, password: PASSWORD });
    const headers = { cookie: login.cookie, 'x-csrf-token': JSON.parse(login.text).csrfToken };
    const post = async (path, body) => JSON.parse((await call('POST', path, body, headers)).text);
    const registration = await post(`/api/v1/sessions/${session.id}/registrations`, {
      pledge: true,
      claims: { yearsOfWork: 9, education: null, certificates: [] },
    });
    seated.push({ headers, post, registrationId: registration.id });
  }
  return seated;
}

async function start(candidate, call) {
  const attempt = await candidate.post(`/api/v1/registrations/${candidate.registrationId}/attempt`, {});
  const started = await candidate.post(`/api/v1/attempts/${attempt.id}/start`, { pledge: true, pageId: randomUUID() });
  const { form } = JSON.parse(
    (await call('GET', `/api/v1/attempts/${attempt.id}/form`, undefined, candidate.headers)).text,
  );
  const item = form.sections[0].items.find(({ body }) => body.interaction.type === 'single-choice');
  const choices = item.body.interaction.choices.map(({ id }) => id);
  return Object.assign(candidate, { attemptId: attempt.id, lease: started.lease, itemRef: item.ref, choices, seq: 0 });
}

async function saves(call, seated, floors) {
  const rows = [];
  for (const connections of CONNECTIONS) {
    const figures = await load(connections, SECONDS, async (connection, n) => {
      const who = seated[connection];
      who.seq += 1;
      const body = {
        leaseId: who.lease.leaseId,
        saves: [{ seq: who.seq, itemRef: who.itemRef, value: who.choices[n % who.choices.length] }],
      };
      return (await call('POST', `/api/v1/attempts/${who.attemptId}/responses`, body, who.headers)).status === 200;
    });
    rows.push({ connections, figures, ratio: figures.perSecond / floors.batched.get(connections) });
  }
  table('Saves (ratio: bare Fastify + pg with the same batching)', rows);
  return Math.max(...rows.map(({ figures }) => figures.perSecond));
}

async function floorOf(databaseUrl, batched, title) {
  const { base, stop } = await bareFastify(databaseUrl, batched);
  const call = caller(base);
  const rows = [];
  for (const connections of CONNECTIONS) {
    const attempts = Array.from({ length: connections }, () => randomUUID());
    const figures = await load(
      connections,
      SECONDS,
      async (connection, n) =>
        (await call('POST', '/save', { attempt: attempts[connection], seq: n, value: 'A' })).status === 200,
    );
    rows.push({ connections, figures });
  }
  table(title, rows);
  await stop();
  return new Map(rows.map(({ connections, figures }) => [connections, figures.perSecond]));
}

async function verification(call) {
  const rows = [];
  for (const connections of CONNECTIONS) {
    const figures = await load(connections, SECONDS, async () => {
      const { status } = await call('POST', '/api/v1/verifications', {
        number: 'HZ-2026-134-000001-X',
        name: '林晓晴',
      });
      return status === 200 || status === 429;
    });
    rows.push({ connections, figures });
  }
  table('Verification of an unknown number, answers of the rate limit included', rows);
}

async function submissions(call, seated) {
  let next = 0;
  const times = [];
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let who = seated[next++]; who !== undefined; who = seated[next++]) {
        const from = performance.now();
        const { status } = await call(
          'POST',
          `/api/v1/attempts/${who.attemptId}/submission`,
          { leaseId: who.lease.leaseId },
          who.headers,
        );
        if (status === 200) times.push(performance.now() - from);
      }
    }),
  );
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)];
  console.log(
    `\nHand-in (${times.length} attempts, 8 at once): p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, p99 ${at(0.99).toFixed(1)} ms`,
  );
}

async function main() {
  await ensureBuilt();
  const folder = mkdtempSync(join(tmpdir(), 'hz-bench-'));
  const server = await startPostgres(join(folder, 'postgres'), { settings: { shared_buffers: '512MB' } });
  const databaseUrl = await ensureDatabase(server.url, 'hz_bench_test');
  const port = await freePort();
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    PORT: String(port),
    HOST: '127.0.0.1',
    DATABASE_URL: databaseUrl,
    REDIS_URL: '',
    QUEUE_BACKEND: 'postgres',
    DATA_DIR: folder,
    HZ_MASTER_KEY: Buffer.alloc(32, 5).toString('base64'),
    LOG_LEVEL: 'fatal',
  };
  for (const command of ['migrate', 'load-content', 'seed-demo']) await runWorkerCommand(command, env);
  const api = supervise('api', env);
  try {
    const base = `http://127.0.0.1:${port}`;
    await waitUntilReady(`${base}/health/ready`);
    const call = caller(base);
    console.log(
      `${cpus().length} cores, Node ${process.version}, ${SECONDS} s each; machines are noisy: compare, do not quote.`,
    );
    const single = await floorOf(databaseUrl, false, 'Floor: bare Fastify + pg, one durable insert per request');
    const batched = await floorOf(databaseUrl, true, 'Floor: bare Fastify + pg, batched by 2 ms');
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('CREATE TABLE bench_pg (id int PRIMARY KEY, n int)');
    await client.end();
    const seated = await candidates(call, Math.max(...CONNECTIONS));
    for (const candidate of seated) await start(candidate, call);
    const best = await saves(call, seated, { single, batched });
    const floors = CONNECTIONS.map((clients) => pgbench(databaseUrl, clients, SECONDS)).filter((tps) => tps !== null);
    const pgBest = floors.length === 0 ? null : Math.max(...floors);
    console.log(
      pgBest === null
        ? '\npgbench is not on this machine'
        : `\npgbench, one durable upsert per transaction, best: ${pgBest.toFixed(0)} per s; saves reach ${(best / pgBest).toFixed(2)} of it`,
    );
    await submissions(call, seated);
    await verification(call);
  } finally {
    await api.stop();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

await main();
