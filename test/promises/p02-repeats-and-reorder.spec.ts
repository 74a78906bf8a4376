import type { StartedAttempt } from '@hz/delivery/contract';
import { Candidate, someResponse, valueHash, type Item } from '../tools/candidate';
import { Installation } from '../tools/installation';
import { brokenInvariants } from '../tools/invariants';
import { Ledger } from '../tools/ledger';

const AT_ONCE = 100;
const ROUNDS_OF_TAKE_OVER = 8;

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

async function seated(installation: Installation, name: string): Promise<Candidate> {
  const candidate = await Candidate.signUp(installation.base, name);
  await candidate.start();
  return candidate;
}

const firstChoice = ({ items }: Candidate): Item =>
  items.find(({ interaction }) => interaction.type === 'single-choice')!;

describe('P2: what is sent again, late, or from two places counts once', () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await Installation.create();
    await installation.startApi();
    installation.startWorker();
  });
  afterAll(() => installation?.remove());

  const logged = (candidate: Candidate) =>
    installation.query<{ seq: number; value: unknown }>(
      'SELECT seq, value FROM delivery.response_log WHERE attempt_id = $1 ORDER BY seq',
      [candidate.attemptId],
    );

  it('F18: start, save and hand-in, each a hundred times at once, have one effect and one reply', async () => {
    const candidate = await seated(installation, 'repeat');
    const pageId = 'b7c9a2f0-3d0e-4f63-9a3c-0f8b8a2d9e11';
    const starts = await times(AT_ONCE, () =>
      candidate.client.insist<StartedAttempt>('POST', `/api/v1/attempts/${candidate.attemptId}/start`, {
        pledge: true,
        pageId,
      }),
    );
    expect(new Set(starts.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(starts.map(({ body }) => JSON.stringify([body.lease, body.attempt.deadlineAt]))).size).toBe(1);
    candidate.lease = starts[0]!.body.lease;

    const item = firstChoice(candidate);
    const saves = await times(AT_ONCE, () => candidate.send(item, someResponse(item.interaction, 0), 1));
    expect(new Set(saves.map(({ body }) => JSON.stringify(body.acks))).size).toBe(1);
    expect(await logged(candidate)).toEqual([{ seq: 1, value: someResponse(item.interaction, 0) }]);

    const receipts = await times(AT_ONCE, () => candidate.submit());
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    await installation.until('SELECT count(*) = 1 FROM grading.scored_attempt WHERE attempt_id = $1', [
      candidate.attemptId,
    ]);
    expect(await brokenInvariants(installation)).toEqual([]);
  });

  it('F18: registering again and again gives one seat and one registration', async () => {
    const candidate = await Candidate.signUp(installation.base, 'seat');
    await candidate.register();
    const first = candidate.registrationId;
    for (let again = 0; again < 4; again += 1) {
      await candidate.register();
      expect(candidate.registrationId).toBe(first);
    }
  });

  it('F19: saves that overtake each other: the newest number wins; replays after hand-in change nothing', async () => {
    const candidate = await seated(installation, 'reorder');
    const item = firstChoice(candidate);
    const value = (seq: number) => someResponse(item.interaction, seq);
    for (const seq of [3, 1, 5, 2, 4]) expect((await candidate.send(item, value(seq), seq)).status).toBe(200);
    const receipt = await candidate.submit();
    expect(receipt.responses).toEqual([{ itemRef: item.ref, seq: 5, value: value(5) }]);
    const replay = await candidate.send(item, value(2), 2);
    expect([replay.status, replay.body.acks[0]!.seq]).toEqual([200, 2]);
    const late = await candidate.send(item, value(6), 6);
    expect([late.status, late.body.code]).toEqual([409, 'delivery.attempt-closed']);
    expect((await candidate.submit()).hash).toBe(receipt.hash);
    expect(await logged(candidate)).toHaveLength(5);
  });

  it('F19: is seen to fail when numbers do not decide', async () => {
    await installation.kill('api');
    await installation.startApi('without:sequence-key');
    const candidate = await seated(installation, 'unnumbered');
    const item = firstChoice(candidate);
    for (const seq of [2, 1]) await candidate.send(item, someResponse(item.interaction, seq), seq);
    const { responses } = await candidate.submit();
    expect(responses[0]!.value).not.toEqual(someResponse(item.interaction, 2));
    await installation.kill('api');
    await installation.startApi();
  });

  it('F20: two devices that take over from each other have one writer, and what the other wrote is kept', async () => {
    const ledger = new Ledger();
    const laptop = await seated(installation, 'two-devices');
    const item = firstChoice(laptop);
    const telephone = await laptop.onAnotherDevice();
    const devices = [laptop, telephone];
    const stale: string[] = [];
    for (let round = 0; round < ROUNDS_OF_TAKE_OVER; round += 1) {
      const [writer, other] = round % 2 === 0 ? [laptop, telephone] : [telephone, laptop];
      await writer.takeOver();
      const lost = someResponse(item.interaction, round + 1);
      const refused = await other.send(item, lost, writer.seq + 1);
      expect([refused.status, refused.body.code]).toEqual([409, 'delivery.not-the-writer']);
      stale.push(valueHash(lost));
      await writer.save(ledger, item, someResponse(item.interaction, round));
    }
    expect(await ledger.lost(installation)).toEqual([]);
    const kept = await installation.query<{ value: never }>(
      `SELECT value FROM delivery.rejected_save WHERE attempt_id = $1 AND why = 'not-the-writer' ORDER BY id`,
      [laptop.attemptId],
    );
    expect(kept.map(({ value }) => valueHash(value))).toEqual(stale);
    const writer = devices[(ROUNDS_OF_TAKE_OVER - 1) % 2]!;
    await expect(devices[ROUNDS_OF_TAKE_OVER % 2]!.submit()).rejects.toThrow('delivery.not-the-writer');
    expect((await writer.submit()).responses).toEqual([
      expect.objectContaining({
        seq: ROUNDS_OF_TAKE_OVER,
        value: someResponse(item.interaction, ROUNDS_OF_TAKE_OVER - 1),
      }),
    ]);
  });

  it('F20: is seen to fail when the lease is not looked at', async () => {
    await installation.kill('api');
    await installation.startApi('without:lease-check');
    const laptop = await seated(installation, 'no-lease');
    await laptop.onAnotherDevice();
    const item = firstChoice(laptop);
    expect((await laptop.send(item, someResponse(item.interaction, 0))).status).toBe(200);
  });
});
