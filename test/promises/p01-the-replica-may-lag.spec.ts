import { Candidate } from '../tools/candidate';
import { Cluster } from '../tools/cluster';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';
import { Replica } from '../tools/replica';

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
});
