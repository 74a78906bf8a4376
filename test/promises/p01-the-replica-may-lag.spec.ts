import { Client } from 'pg';
import { Candidate, someResponse } from '../tools/candidate';
import { Cluster } from '../tools/cluster';
import { FaultProxy } from '../tools/fault-proxy';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';
import { Replica } from '../tools/replica';

const TAKEN_OVER_WITHIN_MS = 30_000;
const MAX_LAG_MS = 2_000;
const WITHIN_MS = 20_000;
/** All that may be asked of a replica: the reads that were chosen, the looks at its age, and what a driver says at connecting. */
const MAY_BE_ASKED = [
  /FROM "competency"\."/,
  /FROM competency\.scheme s/,
  /^\s*SELECT count\(\*\)::int AS n FROM delivery\.attempt WHERE status = 'started'/,
  /pg_last_wal_replay_lsn/,
  /^SELECT version\(\)/,
  /^SELECT \* FROM current_schema\(\)/,
  /^SHOW /,
  /^SELECT pg_wal_replay_(pause|resume)\(\)/,
];
const CHOSEN = MAY_BE_ASKED.slice(0, 2);

interface Overview {
  levels: { id: string; name: { zh: string } }[];
}

describe('P1: a replica that lags, hangs or dies', () => {
  let primary: Cluster;
  let replica: Replica;
  let installation: Installation;

  beforeAll(async () => {
    primary = await Cluster.start();
    installation = await Installation.create({ server: primary.url });
    replica = await Replica.of(primary);
    const database = new URL(installation.databaseUrl).pathname.slice(1);
    await installation.startApi('', {
      DATABASE_REPLICA_URL: replica.urlOf(database),
      DATABASE_REPLICA_MAX_LAG_MS: String(MAX_LAG_MS),
    });
    await replicaIs(true);
  });
  afterAll(async () => {
    await installation?.remove();
    await replica?.remove();
    await primary?.remove();
  });

  const call = async <T>(path: string): Promise<T> => {
    const reply = await fetch(`${installation.base}${path}`);
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as T;
  };
  async function replicaIs(inUse: boolean): Promise<void> {
    for (const until = Date.now() + WITHIN_MS; Date.now() < until; await pause(50)) {
      const { replica: seen } = await call<{ replica: { ok: boolean } }>('/health/ready');
      if (seen.ok === inUse) return;
    }
    throw new Error(`the replica was not ${inUse ? 'taken into' : 'taken out of'} use`);
  }
  /** What the public page shows, and what the primary has. */
  const shown = async () => (await call<Overview>('/api/v1/framework')).levels[0]!.name.zh;
  const rename = (name: string) =>
    installation.query(
      `UPDATE competency.level SET name = jsonb_set(name, '{zh}', to_jsonb($1::text))
        WHERE no = (SELECT max(no) FROM competency.level)`,
      [name],
    );
  async function becomes(name: string): Promise<void> {
    for (const until = Date.now() + WITHIN_MS; (await shown()) !== name; await pause(50))
      if (Date.now() > until) throw new Error(`the page does not show ${name}`);
  }
  /** Reads the public page all the time, until it is told to stop; any failure fails the test. */
  function readOn(): () => Promise<number> {
    let isOver = false;
    const reading = (async () => {
      let reads = 0;
      for (; !isOver; reads += 1) await shown();
      return reads;
    })();
    return () => ((isOver = true), reading);
  }

  it('answers what may lag, with what it has; beyond the bound the primary does, until it has caught up', async () => {
    await rename('甲');
    await becomes('甲');
    await replicaIs(true);
    await replica.pauseReplay();
    await rename('乙');
    expect(await shown()).toBe('甲');
    await replicaIs(false);
    expect(await shown()).toBe('乙');
    expect(await call('/health/ready')).toMatchObject({ status: 'degraded', replica: { ok: false } });
    await replica.resumeReplay();
    await replicaIs(true);
    expect(await shown()).toBe('乙');
    expect(await call('/health/ready')).toMatchObject({ status: 'ready', replica: { ok: true } });
  });

  it('hangs and is killed while people read: nobody gets an error, and it is used again when it is back', async () => {
    const stop = readOn();
    await pause(300);
    replica.signal('SIGSTOP');
    await replicaIs(false);
    replica.signal('SIGCONT');
    await replicaIs(true);
    await replica.kill();
    await replicaIs(false);
    await rename('丙');
    expect(await shown()).toBe('丙');
    await replica.bringBack();
    await replicaIs(true);
    await rename('丁');
    await becomes('丁');
    expect(await stop()).toBeGreaterThan(10);
  });

  it('is never asked by the exam room, signing in, or anything else that was not chosen', async () => {
    const ledger = new Ledger();
    const candidate = await Candidate.signUp(installation.base, 'replica');
    await replica.pauseReplay();
    await candidate.start();
    await candidate.answerAll(ledger);
    await candidate.submit();
    await replica.resumeReplay();
    expect(await ledger.lost(installation)).toEqual([]);
    expect(await brokenInvariants(installation)).toEqual([]);
    await call('/api/v1/schemes');
    await call('/api/v1/status');
    const statements = replica.statements();
    for (const chosen of CHOSEN) expect(statements.some((sql) => chosen.test(sql))).toBe(true);
    expect(statements.filter((sql) => !MAY_BE_ASKED.some((one) => one.test(sql)))).toEqual([]);
  });

  it('F10: as a synchronous standby it takes over from a primary that dies: nothing is lost, and the old one acknowledges no more', async () => {
    await installation.query(`ALTER SYSTEM SET synchronous_standby_names = '*'`);
    await installation.query('SELECT pg_reload_conf()');
    const database = new URL(installation.databaseUrl).pathname.slice(1);
    const front = await FaultProxy.before(installation.databaseUrl);
    await installation.kill('api');
    await installation.startApi('', { DATABASE_URL: front.url });
    const ledger = new Ledger();
    const candidates = await Promise.all(
      ['standby1', 'standby2'].map((name) => Candidate.signUp(installation.base, name)),
    );
    for (const candidate of candidates) await candidate.start();
    let isOver = false;
    const saving = candidates.map(async (candidate) => {
      for (let n = 0; !isOver; n += 1) {
        const item = candidate.items[n % candidate.items.length]!;
        await candidate.save(ledger, item, someResponse(item.interaction, n));
      }
    });
    await pause(500 + Math.random() * 500);
    await primary.down('SIGKILL');
    const before = ledger.entries.length;
    await replica.promote();
    front.turnTo(replica.urlOf(database));
    const from = Date.now();
    while (ledger.entries.length === before && Date.now() - from < TAKEN_OVER_WITHIN_MS) await pause(20);
    expect(ledger.entries.length).toBeGreaterThan(before);
    isOver = true;
    await Promise.all(saving);
    await Promise.all(candidates.map((candidate) => candidate.submit()));
    const now = { query: <Row>(sql: string, values?: unknown[]) => queryOn<Row>(replica.urlOf(database), sql, values) };
    expect(await ledger.lost(now)).toEqual([]);
    expect(await brokenInvariants(now)).toEqual([]);

    await primary.up();
    const held = queryOn(installation.databaseUrl, `UPDATE delivery.attempt SET flags = flags`);
    expect(await Promise.race([held.then(() => 'acknowledged'), pause(1_500).then(() => 'held')])).toBe('held');
    // It is told that it has no standby any more, or its database could not even be dropped.
    await queryOn(primary.url, 'ALTER SYSTEM RESET synchronous_standby_names');
    await queryOn(primary.url, 'SELECT pg_reload_conf()');
    await held;
    await front.close();
  });
});

async function queryOn<Row>(url: string, sql: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql, values)).rows as Row[];
  } finally {
    await client.end();
  }
}
