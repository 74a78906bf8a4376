import { Candidate, someResponse, type Save } from '../tools/candidate';
import { Cluster } from '../tools/cluster';
import { DiskFault } from '../tools/disk-fault';
import { Installation } from '../tools/installation';
import { Ledger } from '../tools/ledger';

const CANDIDATES = 25;
const SAVES_A_REQUEST = 30;
/** F29: what group commit must reach however slow the disk. */
const LEAST_A_SECOND = 100;

// It takes strace and the right to trace; elsewhere the tests count as skipped.
const test = DiskFault.isPossible ? it : it.skip;

describe('P1: no acknowledged answer is lost on a bad disk', () => {
  let cluster: Cluster;
  let installation: Installation;
  let candidates: Candidate[];
  const ledger = new Ledger();

  beforeAll(async () => {
    if (!DiskFault.isPossible) return;
    cluster = await Cluster.start();
    installation = await Installation.create({ server: cluster.url });
    await installation.startApi();
    candidates = await Promise.all(
      Array.from({ length: CANDIDATES }, (_, n) => Candidate.signUp(installation.base, `disk${n}`)),
    );
    for (const candidate of candidates) await candidate.start();
  });
  afterAll(async () => {
    await installation?.remove();
    await cluster?.remove();
  });

  const nextSaves = (candidate: Candidate): Save[] =>
    Array.from({ length: SAVES_A_REQUEST }, () => {
      candidate.seq += 1;
      const item = candidate.items[candidate.seq % candidate.items.length]!;
      return { seq: candidate.seq, itemRef: item.ref, value: someResponse(item.interaction, candidate.seq) };
    });

  /** All candidates save one request after the other for this long. Gives what was acknowledged, what was not, and how long each took. */
  async function savedFor(ms: number) {
    const seen = { acknowledged: 0, refused: 0, tookMs: [] as number[] };
    const until = Date.now() + ms;
    const sit = async (candidate: Candidate) => {
      while (Date.now() < until) {
        const saves = nextSaves(candidate);
        const asked = Date.now();
        const reply = await candidate.sendAll(saves);
        seen.tookMs.push(Date.now() - asked);
        if (reply.status !== 200) {
          seen.refused += 1;
          continue;
        }
        seen.acknowledged += saves.length;
        for (const { seq, itemRef, value } of saves) ledger.acknowledged(candidate.attemptId, itemRef, seq, value);
      }
    };
    await Promise.all(candidates.map(sit));
    return seen;
  }

  test.each([
    [200, 3_000],
    [2_000, 9_000],
  ])('F29: each fsync takes %d ms: saves go on together, none is refused', async (delayMs, forMs) => {
    const { server, children } = cluster.pids;
    const fault = await DiskFault.in([server, ...children], { delayMs });
    try {
      const begun = Date.now();
      const { acknowledged, refused, tookMs } = await savedFor(forMs);
      const seconds = (Date.now() - begun) / 1_000;
      expect(Math.min(...tookMs)).toBeGreaterThanOrEqual(delayMs);
      expect(acknowledged / seconds).toBeGreaterThan(LEAST_A_SECOND);
      expect(refused).toBe(0);
      expect(Math.max(...tookMs)).toBeLessThan(3 * delayMs + 2_000);
    } finally {
      await fault.end();
    }
    expect(await ledger.lost(installation)).toEqual([]);
  });

  test('F30: fsync fails: nothing is acknowledged until the database is back, and then everything that was', async () => {
    const [candidate] = candidates;
    const saves = nextSaves(candidate!);
    expect((await candidate!.sendAll(saves)).status).toBe(200);
    const before = await installation.query<{ started: string }>(
      "SELECT backend_start AS started FROM pg_stat_activity WHERE backend_type = 'checkpointer'",
    );
    const fault = await DiskFault.in(cluster.pids.children, { error: 'EIO' });
    const failing = nextSaves(candidate!);
    const reply = await candidate!.sendAll(failing);
    await fault.end();
    expect(reply.status).toBe(503);
    await installation.until("SELECT backend_start > $1 FROM pg_stat_activity WHERE backend_type = 'checkpointer'", [
      before[0]!.started,
    ]);
    for (const { seq, itemRef, value } of failing) {
      const item = candidate!.items.find(({ ref }) => ref === itemRef)!;
      candidate!.seq = seq - 1;
      await candidate!.save(ledger, item, value);
    }
    expect(await ledger.lost(installation)).toEqual([]);
  });
});
