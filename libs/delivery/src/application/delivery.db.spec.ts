import { canonicalJson } from '@hz/kernel';
import { isSignedBy, Signer, UnitOfWork } from '@hz/platform';
import {
  acknowledgementMac,
  AttemptClosed,
  AttemptNotFound,
  EntryClosed,
  NotAnItem,
  NotOpenYet,
  NotTheWriter,
  PastGrace,
  SequenceTaken,
} from '../contract';
import { CloseOverdue } from './close-overdue.command';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { OwnAttempts } from './own-attempts';
import { Receipts } from './receipts';
import { SaveResponses } from './save-responses.command';
import { StartAttempt } from './start-attempt.command';
import { Submissions } from './submissions';
import { SubmitAttempt } from './submit-attempt.command';

describe('delivery', () => {
  let world: DeliveryWorld;
  beforeAll(async () => {
    world = await deliveryWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('P1: acknowledges with a time and a MAC, and what was acknowledged is there', async () => {
    const { who, id, lease, itemRef, choices, save } = await world.started();
    const { acks } = await save(1, choices[0]!);
    expect(acks).toMatchObject([{ seq: 1, count: 1, late: false }]);
    expect(acks[0]!.mac).toBe(acknowledgementMac(lease.macKey, id, 1, choices[0]!));
    expect((await world.get(OwnAttempts).resume(who, id)).responses).toMatchObject([
      { itemRef, seq: 1, value: choices[0] },
    ]);
  });

  it('P2, F18, F19: repeats and reordering leave one row per number, and the highest number wins', async () => {
    const { who, id, choices, save } = await world.started();
    const values = [choices[0]!, choices[1]!, null, choices[2]!];
    const order = [3, 1, 4, 2, 4, 1, 3, 2, 1];
    const replies = await Promise.all(order.map((seq) => save(seq, values[seq - 1]!)));
    for (const seq of [1, 2, 3, 4]) {
      const acks = replies.flatMap((reply) => reply.acks).filter((ack) => ack.seq === seq);
      expect(new Set(acks.map(({ savedAt, mac }) => `${savedAt} ${mac}`)).size).toBe(1);
    }
    expect(await world.rowsOf('SELECT seq FROM delivery.response_log WHERE attempt_id = $1', id)).toHaveLength(4);
    expect((await world.get(OwnAttempts).resume(who, id)).responses).toMatchObject([{ seq: 4, value: choices[2] }]);
    await expect(save(4, choices[3]!)).rejects.toBeInstanceOf(SequenceTaken);
  });

  it('P2, S36: a hundred who hand in at once get one receipt, and its signature holds', async () => {
    const { who, id, lease, choices, save } = await world.started();
    await save(1, choices[0]!);
    const receipts = await Promise.all(
      Array.from({ length: 100 }, () => world.get(SubmitAttempt).run(who, id, lease.leaseId)),
    );
    expect(new Set(receipts.map((receipt) => canonicalJson(receipt))).size).toBe(1);
    const { signature, publicKey, ...content } = receipts[0]!;
    expect(Buffer.from(await world.get(Signer).publicKey('receipt')).toString('base64url')).toBe(publicKey);
    expect(
      isSignedBy(
        Buffer.from(publicKey, 'base64url'),
        Buffer.from(canonicalJson(content)),
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
    expect(
      await world.rowsOf(
        `SELECT id FROM platform.outbox WHERE event = 'delivery.attempt-submitted' AND key = $1::text`,
        id,
      ),
    ).toHaveLength(1);
    await expect(save(2, choices[1]!)).rejects.toBeInstanceOf(AttemptClosed);
  });

  it('P1: whatever was acknowledged while handing in is in the receipt', async () => {
    const { who, id, lease, choices, save } = await world.started();
    let acknowledged = 0;
    const saving = (async () => {
      for (let seq = 1; seq <= 60; seq += 1) {
        try {
          await save(seq, choices[seq % choices.length]!);
          acknowledged = seq;
        } catch (error) {
          expect(error).toBeInstanceOf(AttemptClosed);
          return;
        }
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 40));
    const receipt = await world.get(SubmitAttempt).run(who, id, lease.leaseId);
    await saving;
    expect(acknowledged).toBeGreaterThan(0);
    expect(receipt.responses[0]!.seq).toBe(acknowledged);
    const submission = await world.get(Submissions).byAttempt(id);
    expect(Object.values(submission.responses)).toEqual([choices[acknowledged % choices.length]]);
  });

  it('F20: the tab that was taken over is told so, and what it tried to save is kept', async () => {
    const { who, id, lease, choices, save } = await world.started();
    await save(1, choices[0]!);
    const second = await world.get(StartAttempt).takeOver(who, id);
    await expect(save(2, choices[1]!, lease)).rejects.toBeInstanceOf(NotTheWriter);
    await save(2, choices[2]!, second.lease);
    expect(await world.rowsOf('SELECT value, why FROM delivery.rejected_save WHERE attempt_id = $1', id)).toEqual([
      { value: choices[1], why: 'not-the-writer' },
    ]);
    expect((await world.get(OwnAttempts).resume(who, id)).responses).toMatchObject([{ seq: 2, value: choices[2] }]);
  });

  it('P4: takes late responses within the grace and flags them, and none after it; the worker then hands in, stamped with the deadline', async () => {
    const { who, id, choices, save } = await world.started();
    await save(1, choices[0]!);
    await world.endedAgo(id, 30);
    expect((await save(2, choices[1]!)).acks[0]!.late).toBe(true);
    await world.get(CloseOverdue).run();
    expect((await world.get(OwnAttempts).view(who, id)).status).toBe('started');
    await world.endedAgo(id, 61);
    await expect(save(3, choices[2]!)).rejects.toBeInstanceOf(PastGrace);
    await world.get(CloseOverdue).run();
    await world.get(CloseOverdue).run();
    const view = await world.get(OwnAttempts).view(who, id);
    expect(view).toMatchObject({ status: 'submitted', submittedBy: 'worker', submittedAt: view.deadlineAt });
    expect((await world.get(Submissions).byAttempt(id)).late).toHaveLength(1);
    expect((await world.get(Receipts).ownReceipt(who, id)).responses[0]!.value).toBe(choices[1]);
  });

  it('P4: nobody starts before the window or after the late-entry cut-off; a second start goes on with the same deadline', async () => {
    const early = await world.waiting(await world.session(5, 60));
    await expect(world.get(StartAttempt).run(early.who, early.id)).rejects.toBeInstanceOf(NotOpenYet);
    const late = await world.waiting(await world.session(-20, 60));
    await expect(world.get(StartAttempt).run(late.who, late.id)).rejects.toBeInstanceOf(EntryClosed);
    const { who, id } = await world.waiting();
    const [first, second] = [await world.get(StartAttempt).run(who, id), await world.get(StartAttempt).run(who, id)];
    expect(second.attempt.deadlineAt).toBe(first.attempt.deadlineAt);
    expect(second.lease.leaseNo).toBe(first.lease.leaseNo + 1);
  });

  it('P9: another candidate finds nothing here', async () => {
    const { id, lease, itemRef, choices } = await world.started();
    const { who } = await world.waiting();
    await expect(world.get(OwnAttempts).view(who, id)).rejects.toBeInstanceOf(AttemptNotFound);
    await expect(world.get(SubmitAttempt).run(who, id, lease.leaseId)).rejects.toBeInstanceOf(AttemptNotFound);
    await expect(
      world
        .get(SaveResponses)
        .run(who, id, { leaseId: lease.leaseId, saves: [{ seq: 1, itemRef, value: choices[0]! }] }),
    ).rejects.toBeInstanceOf(AttemptNotFound);
  });

  it('refuses what cannot be a response to the item, and the log cannot be changed', async () => {
    const { id, choices, save } = await world.started();
    await expect(save(1, 'Z')).rejects.toBeInstanceOf(NotAnItem);
    await save(1, choices[0]!);
    await expect(
      world.get(UnitOfWork).run((tx) => tx.query('DELETE FROM delivery.response_log WHERE attempt_id = $1', [id])),
    ).rejects.toThrow('only appended');
  });
});
