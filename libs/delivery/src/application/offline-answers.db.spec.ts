import { randomUUID } from 'node:crypto';
import { acknowledgementMac, journalPart, valueDigest, type JournalPart, type TimeBeacon } from '../contract';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { ClaimAnswers } from './claim-answers.command';
import { CloseOverdue } from './close-overdue.command';
import { Heartbeats } from './heartbeats';
import { StartAttempt } from './start-attempt.command';
import { Submissions } from './submissions';
import { SubmitAttempt } from './submit-attempt.command';

type Sitter = Awaited<ReturnType<DeliveryWorld['started']>>;

describe('F23, I7 answers that were given without contact', () => {
  let world: DeliveryWorld;

  beforeAll(async () => {
    world = await deliveryWorld();
  }, 60_000);
  afterAll(() => world?.close());

  const beaconOf = async ({ who, id, lease }: Sitter): Promise<TimeBeacon> => {
    const beat = { leaseId: lease.leaseId, lostForMs: 0, browserOffline: false };
    return (await world.get(Heartbeats).beat(who, id, beat)).beacon!;
  };
  const part = (sitter: Sitter, beacon: TimeBeacon | null, seq: number, value: string, sinceMs = 0): JournalPart =>
    journalPart('', [
      {
        seq,
        itemRef: sitter.itemRef,
        value,
        digest: valueDigest(value),
        at: world.clockNow(),
        leaseNo: sitter.lease.leaseNo,
        mark: beacon && { beacon, sinceMs },
      },
    ]);
  const claim = ({ who, id }: Sitter, journal: JournalPart) => world.get(ClaimAnswers).run(who, id, journal);
  const keptOf = ({ id }: Sitter) =>
    world.rowsOf<{ verdict: string; why: string | null; value: string }>(
      'SELECT verdict, why, value FROM delivery.offline_answer WHERE attempt_id = $1 ORDER BY id',
      id,
    );
  const loggedOf = ({ id }: Sitter) =>
    world.rowsOf<{ seq: number; value: string; late: boolean }>(
      'SELECT seq, value, late FROM delivery.response_log WHERE attempt_id = $1 ORDER BY seq',
      id,
    );

  it('count within the grace, flagged, with the acknowledgement of any save, and go into the receipt', async () => {
    const sitter = await world.started();
    const [a, b] = sitter.choices as [string, string];
    await sitter.save(1, a);
    const beacon = await beaconOf(sitter);
    expect(beacon.lastSeq).toBe(1);
    await world.endedAgo(sitter.id, -1);
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    const journal = part(sitter, beacon, 2, b, 100);
    const { outcomes } = await claim(sitter, journal);
    const mac = acknowledgementMac(sitter.lease.macKey, sitter.id, 2, b);
    expect(outcomes).toMatchObject([{ seq: 2, outcome: 'counts', why: null, ack: { seq: 2, late: true, mac } }]);
    const again = await claim(sitter, journal);
    expect(again.outcomes).toMatchObject([{ outcome: 'there', ack: { savedAt: outcomes[0]!.ack!.savedAt, mac } }]);
    expect(await keptOf(sitter)).toEqual([{ verdict: 'counts', why: null, value: b }]);
    expect(await loggedOf(sitter)).toEqual([
      { seq: 1, value: a, late: false },
      { seq: 2, value: b, late: true },
    ]);
    const receipt = await world.get(SubmitAttempt).run(sitter.who, sitter.id, sitter.lease.leaseId);
    expect(receipt.responses).toEqual([{ itemRef: sitter.itemRef, seq: 2, value: b }]);
    expect((await world.get(Submissions).byAttempt(sitter.id)).late).toEqual([sitter.itemRef]);
  });

  it('are no more than saves while the time runs', async () => {
    const sitter = await world.started();
    const { outcomes } = await claim(sitter, part(sitter, null, 1, sitter.choices[0]!));
    expect(outcomes).toMatchObject([{ outcome: 'counts', ack: { late: false } }]);
    expect(await keptOf(sitter)).toEqual([]);
    expect(await loggedOf(sitter)).toMatchObject([{ seq: 1, late: false }]);
  });

  it('wait for a person when they come after the grace, and the receipt stays as it was', async () => {
    const sitter = await world.started();
    const [a, b] = sitter.choices as [string, string];
    await sitter.save(1, a);
    const beacon = await beaconOf(sitter);
    await world.endedAgo(sitter.id, 61);
    // The beacon is younger than the end that the test has moved, so that only its own word is too late.
    const early = { ...part(sitter, beacon, 2, b) };
    expect((await claim(sitter, early)).outcomes).toMatchObject([{ outcome: 'refused', why: 'given-after-end' }]);
    await world.get(CloseOverdue).run();
    const { outcomes } = await claim(sitter, part(sitter, null, 3, b));
    expect(outcomes).toMatchObject([{ seq: 3, outcome: 'decide', why: 'closed', ack: null }]);
    expect(await loggedOf(sitter)).toHaveLength(1);
    expect(await keptOf(sitter)).toEqual([
      { verdict: 'refused', why: 'given-after-end', value: b },
      { verdict: 'decide', why: 'closed', value: b },
    ]);
    expect((await claim(sitter, early)).outcomes).toMatchObject([{ outcome: 'there', ack: null }]);
    expect(await keptOf(sitter)).toHaveLength(2);
  });

  it('are refused, and kept with the reason, when they contradict themselves', async () => {
    const [sitter, other] = [await world.started(), await world.started()];
    const value = sitter.choices[0]!;
    const [own, foreign] = [await beaconOf(sitter), await beaconOf(other)];
    await world.endedAgo(sitter.id, 5);
    const forged = { ...own, at: own.at - 60_000 };
    const journal = part(sitter, own, 4, value);
    const cases: [JournalPart, string][] = [
      [part(sitter, foreign, 1, value), 'beacon-forged'],
      [part(sitter, forged, 2, value), 'beacon-forged'],
      [part(sitter, own, 3, value, -5_000), 'before-beacon'],
      [{ ...journal, head: 'ab'.repeat(32) }, 'chain-broken'],
      [part(sitter, own, 5, value, 3_600_000), 'after-receipt'],
    ];
    for (const [each, why] of cases) {
      expect((await claim(sitter, each)).outcomes).toMatchObject([{ outcome: 'refused', why, ack: null }]);
    }
    expect((await keptOf(sitter)).map(({ why }) => why)).toEqual(cases.map(([, why]) => why));
    expect(await loggedOf(sitter)).toEqual([]);
  });

  it('of a page that no longer writes, or under a number that is taken, wait for a person', async () => {
    const sitter = await world.started();
    const [a, b] = sitter.choices as [string, string];
    await sitter.save(1, a);
    expect((await claim(sitter, part(sitter, null, 1, b))).outcomes).toMatchObject([{ why: 'sequence-taken' }]);
    await world.get(StartAttempt).takeOver(sitter.who, sitter.id, { pageId: randomUUID() });
    expect((await claim(sitter, part(sitter, null, 2, b))).outcomes).toMatchObject([{ why: 'not-the-writer' }]);
    expect(await loggedOf(sitter)).toHaveLength(1);
  });

  it("are one's own, of the form, and complete", async () => {
    const [sitter, other] = [await world.started(), await world.started()];
    const journal = part(sitter, null, 1, sitter.choices[0]!);
    const code = (run: Promise<unknown>) => run.then(() => 'ok').catch((error: { code: string }) => error.code);
    expect(await code(claim({ ...sitter, who: other.who }, journal))).toBe('delivery.attempt-not-found');
    expect(await code(claim(sitter, part(sitter, null, 1, 'no such choice')))).toBe('delivery.not-an-item');
    const bare = { ...journal, links: journal.links.map(({ value: _, ...rest }) => rest) };
    expect(await code(claim(sitter, bare))).toBe('delivery.journal-unusable');
    const waiting = await world.waiting();
    expect(await code(world.get(ClaimAnswers).run(waiting.who, waiting.id, journal))).toBe('delivery.not-started');
  });
});
