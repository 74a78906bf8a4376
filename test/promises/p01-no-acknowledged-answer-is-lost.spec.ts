import { Client } from 'pg';
import { Candidate, someResponse } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';
import { pause } from '../tools/processes';

const CANDIDATES = 6;
const ROUNDS = 4;

async function seated(installation: Installation, count: number, prefix: string): Promise<Candidate[]> {
  const candidates = await Promise.all(
    Array.from({ length: count }, (_, index) => Candidate.signUp(installation.base, `${prefix}${index}`)),
  );
  for (const candidate of candidates) await candidate.start();
  return candidates;
}

/** Saves again and again until told to stop. */
function keepSaving(candidates: Candidate[], ledger: Ledger): { stop: () => Promise<void> } {
  let stopping = false;
  const work = candidates.map(async (candidate, index) => {
    for (let n = index; !stopping; n += 1) {
      const item = candidate.items[n % candidate.items.length]!;
      await candidate.save(ledger, item, someResponse(item.interaction, n));
    }
  });
  return {
    stop: async () => {
      stopping = true;
      await Promise.all(work);
    },
  };
}

describe('P1: no acknowledged answer is ever lost', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.startApi();
    installation.startWorker();
  });
  afterAll(() => installation.remove());

  it('F1, F7: through kill -9 of API and worker in the middle of saves', async () => {
    const ledger = new Ledger();
    const candidates = await seated(installation, CANDIDATES, 'kill');
    const saving = keepSaving(candidates, ledger);
    for (let round = 0; round < ROUNDS; round += 1) {
      await pause(300 + Math.random() * 500);
      await Promise.all([installation.kill('api'), installation.kill('worker')]);
      await installation.startApi();
      installation.startWorker();
    }
    await pause(300);
    await saving.stop();
    expect(ledger.entries.length).toBeGreaterThan(CANDIDATES * ROUNDS);
    expect(await ledger.lost(installation)).toEqual([]);
    const receipts = await Promise.all(candidates.map((candidate) => candidate.submit()));
    for (const receipt of receipts) {
      const own = ledger.entries.filter(({ attemptId }) => attemptId === receipt.attemptId);
      for (const response of receipt.responses) {
        expect(response.seq).toBe(
          Math.max(...own.filter(({ itemRef }) => itemRef === response.itemRef).map(({ seq }) => seq)),
        );
      }
    }
    await installation.until(`SELECT count(*) = 0 FROM platform.delivery WHERE done_at IS NULL`);
    expect(await brokenInvariants(installation)).toEqual([]);
  });

  it('F1: dying right before and right after the commit of a save', async () => {
    const ledger = new Ledger();
    const [candidate] = await seated(installation, 1, 'point');
    for (const point of ['delivery.save.before-commit', 'delivery.save.after-commit']) {
      await installation.kill('api');
      await installation.startApi(`crash:${point}`);
      const item = candidate!.items[0]!;
      const saving = candidate!.save(ledger, item, someResponse(item.interaction, 1));
      await installation.death('api');
      await installation.startApi();
      await saving;
    }
    expect(await ledger.lost(installation)).toEqual([]);
  });

  it('F8: through every connection of the database being cut', async () => {
    const ledger = new Ledger();
    const candidates = await seated(installation, 3, 'cut');
    const saving = keepSaving(candidates, ledger);
    const admin = new Client({ connectionString: process.env['TEST_DATABASE_URL'] });
    await admin.connect();
    const database = new URL(installation.databaseUrl).pathname.slice(1);
    for (let round = 0; round < 5; round += 1) {
      await pause(250);
      await admin.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
        [database],
      );
    }
    await pause(300);
    await saving.stop();
    await admin.end();
    expect(await ledger.lost(installation)).toEqual([]);
  });

  it('is seen to fail when acknowledgements go out before the commit', async () => {
    const ledger = new Ledger();
    const candidates = await seated(installation, 3, 'sabotage');
    await installation.kill('api');
    await installation.startApi('without:commit-before-ack,crash:delivery.save.before-commit', {
      SAVE_BATCH_MS: '100',
    });
    const lossy = await Promise.allSettled(
      candidates.map((candidate) =>
        candidate.save(ledger, candidate.items[0]!, someResponse(candidate.items[0]!.interaction, 1), 3_000),
      ),
    );
    await installation.death('api');
    await installation.startApi();
    expect(lossy.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await ledger.lost(installation)).not.toEqual([]);
  });
});
