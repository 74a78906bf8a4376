import { Candidate, someResponse } from '../tools/candidate';
import { Cluster } from '../tools/cluster';
import { FaultProxy } from '../tools/fault-proxy';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';

/** A save that cannot be stored is refused within this time, so that the page can say so. */
const REFUSED_WITHIN_MS = 4_000;
/** The first acknowledgement comes within this time after the database is back. */
const BACK_WITHIN_MS = 10_000;
const CANDIDATES = 3;

describe('P1: no acknowledged answer is lost when the database dies', () => {
  let cluster: Cluster;
  let installation: Installation;

  beforeAll(async () => {
    cluster = await Cluster.start();
    installation = await Installation.create({ server: cluster.url });
    await installation.startApi();
    installation.startWorker();
    // A worker that is still starting ends when the database goes away; whoever runs it starts it again.
    await installation.until('SELECT bool_and(dispatched_at IS NOT NULL) FROM platform.outbox');
  });
  afterAll(async () => {
    await installation?.remove();
    await cluster?.remove();
  });

  it('F8: through kill -9 and immediate shutdown of PostgreSQL, refusing fast and coming back by itself', async () => {
    const ledger = new Ledger();
    const candidates = await Promise.all(
      Array.from({ length: CANDIDATES }, (_, index) => Candidate.signUp(installation.base, `database${index}`)),
    );
    for (const candidate of candidates) await candidate.start();
    for (const signal of ['SIGKILL', 'SIGQUIT', 'SIGKILL'] as const) {
      let isOver = false;
      const saving = candidates.map(async (candidate) => {
        for (let n = 0; !isOver; n += 1) {
          const item = candidate.items[n % candidate.items.length]!;
          await candidate.save(ledger, item, someResponse(item.interaction, n));
        }
      });
      await pause(150);
      await cluster.down(signal);
      const [candidate] = candidates;
      const asked = Date.now();
      const refused = await candidate!.send(candidate!.items[0]!, null, 900_000);
      expect(refused.status).toBe(503);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(Date.now() - asked).toBeLessThan(REFUSED_WITHIN_MS);
      await pause(500);
      await cluster.up();
      const before = ledger.entries.length;
      const back = Date.now();
      while (ledger.entries.length === before && Date.now() - back < BACK_WITHIN_MS) await pause(20);
      expect(ledger.entries.length).toBeGreaterThan(before);
      isOver = true;
      await Promise.all(saving);
    }
    expect(await ledger.lost(installation)).toEqual([]);
    await Promise.all(candidates.map((candidate) => candidate.submit()));
    await installation.until(`SELECT count(*) = ${CANDIDATES} FROM grading.scored_attempt`, [], 120_000);
    await installation.until('SELECT count(*) = 0 FROM platform.delivery WHERE done_at IS NULL', [], 120_000);
    expect(await brokenInvariants(installation)).toEqual([]);
  });

  it('F11: a connection cut after the commit, before the reply: the repeat gets the acknowledgement, and there is one row', async () => {
    const proxy = await FaultProxy.before(installation.databaseUrl);
    await installation.kill('api');
    await installation.startApi('', { DATABASE_URL: proxy.url });
    const ledger = new Ledger();
    const candidate = await Candidate.signUp(installation.base, 'cut');
    await candidate.start();
    const item = candidate.items[0]!;
    for (let n = 0; n < 3; n += 1) {
      const cut = proxy.cutReplyTo('append-responses');
      const saving = candidate.save(ledger, item, someResponse(item.interaction, n));
      await Promise.all([cut, saving]);
      const rows = await installation.query<{ value: unknown }>(
        'SELECT value FROM delivery.response_log WHERE attempt_id = $1 AND seq = $2',
        [candidate.attemptId, candidate.seq],
      );
      expect(rows).toEqual([{ value: someResponse(item.interaction, n) }]);
    }
    expect(await ledger.lost(installation)).toEqual([]);
    await installation.kill('api');
    await proxy.close();
  });
});
