import { randomUUID } from 'node:crypto';
import { canonicalJson, instant, MS_PER_MINUTE, type AttemptId, type LeaseId } from '@hz/kernel';
import { HotPool, Outbox, Unavailable, UnitOfWork } from '@hz/platform';
import {
  AttemptNotFound,
  NotAnItem,
  NotStarted,
  NotTheWriter,
  PastGrace,
  SavesQueuedUp,
  SavingTooFast,
  SequenceTaken,
  TooEarlyToHandIn,
} from '../contract';
import { appendBatch } from '../persistence/save-batch';
import { Attempts } from './attempts';
import { CloseOverdue } from './close-overdue.command';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { EnterAttempt } from './enter-attempt.command';
import { Evidence } from './evidence';
import { HandIn } from './hand-in';
import { OwnAttempts } from './own-attempts';
import { Receipts } from './receipts';
import { ResponseWriter } from './response-writer';
import { SaveResponses } from './save-responses.command';
import { StartAttempt } from './start-attempt.command';
import { Submissions } from './submissions';
import { SubmitAttempt } from './submit-attempt.command';

const LOGGED = 'SELECT seq, item_ref, value FROM delivery.response_log WHERE attempt_id = $1 ORDER BY seq';
const KEPT = 'SELECT seq, value, why FROM delivery.rejected_save WHERE attempt_id = $1 ORDER BY id';
const all = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe('delivery under faults', () => {
  let world: DeliveryWorld;
  beforeAll(async () => {
    world = await deliveryWorld();
  }, 60_000);
  afterAll(() => world.close());

  it('F18: entering and starting a hundred times at once has one effect and one reply', async () => {
    const { who, registrationId, id } = await world.waiting();
    const entered = await all(100, () => world.get(EnterAttempt).run(who, registrationId));
    expect(new Set(entered.map((view) => view.id))).toEqual(new Set([id]));
    const pageId = randomUUID();
    const replies = await all(100, () => world.get(StartAttempt).run(who, id, { pageId }));
    expect(new Set(replies.map(({ lease, attempt }) => canonicalJson([lease, attempt.deadlineAt]))).size).toBe(1);
    const deeds = `SELECT action FROM audit.entry WHERE object_id = $1::text ORDER BY action`;
    expect(await world.rowsOf(deeds, id)).toEqual([
      { action: 'delivery.attempt-prepared' },
      { action: 'delivery.attempt-started' },
    ]);
  });

  it('F20: take-over ping-pong leaves one writer; a page that asks twice keeps its lease; each stale text is kept once', async () => {
    const { who, id, lease, choices, save } = await world.started();
    const pages = [randomUUID(), randomUUID()];
    let current = lease;
    for (let round = 0; round < 6; round += 1) {
      const { lease: next } = await world.get(StartAttempt).takeOver(who, id, { pageId: pages[round % 2] });
      expect((await world.get(StartAttempt).takeOver(who, id, { pageId: pages[round % 2] })).lease).toEqual(next);
      for (let again = 0; again < 2; again += 1) {
        await expect(save(round + 1, choices[1]!, current)).rejects.toBeInstanceOf(NotTheWriter);
      }
      await save(round + 1, choices[0]!, next);
      current = next;
    }
    expect(await world.rowsOf(LOGGED, id)).toHaveLength(6);
    const evidence = await world.get(Evidence).of(who, id);
    expect(evidence.rejectedSaves.map(({ seq, why }) => [seq, why])).toEqual(
      [1, 2, 3, 4, 5, 6].map((seq) => [seq, 'not-the-writer']),
    );
    await expect(world.get(SubmitAttempt).run(who, id, lease.leaseId)).rejects.toBeInstanceOf(NotTheWriter);
  });

  it('F11, F19: what is in the log gets its old acknowledgement again, also by a stale page and after hand-in', async () => {
    const { who, id, lease, choices, save } = await world.started();
    const first = (await save(1, choices[0]!)).acks;
    const { lease: second } = await world.get(StartAttempt).takeOver(who, id);
    expect((await save(1, choices[0]!, lease)).acks).toEqual(first);
    await expect(save(1, choices[1]!, second)).rejects.toBeInstanceOf(SequenceTaken);
    await world.get(SubmitAttempt).run(who, id, second.leaseId);
    expect((await save(1, choices[0]!)).acks).toEqual(first);
    expect(await world.rowsOf(KEPT, id)).toEqual([{ seq: 1, value: choices[1], why: 'sequence-taken' }]);
    expect(await world.rowsOf(LOGGED, id)).toHaveLength(1);
  });

  it('F8: backends killed while saves run: refused or saved, never acknowledged and lost; saving goes on at once', async () => {
    const candidates = await all(8, () => world.started());
    const acknowledged: { id: AttemptId; seq: number }[] = [];
    let refused = 0;
    const struck = () => refused > 0;
    const killing = (async () => {
      for (let round = 0; round < 5 || !struck(); round += 1) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        await world
          .get(UnitOfWork)
          .read.query(
            `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hengzheng-hot'`,
          );
      }
    })();
    await Promise.all(
      candidates.map(async ({ id, choices, save }) => {
        let seq = 1;
        while (seq <= 40 || !struck()) {
          try {
            await save(seq, choices[seq % 2]!);
            acknowledged.push({ id, seq });
            seq += 1;
          } catch (error) {
            expect(error).toBeInstanceOf(Unavailable);
            refused += 1;
          }
        }
      }),
    );
    await killing;
    expect(struck()).toBe(true);
    for (const { id, choices } of candidates) {
      const rows = await world.rowsOf<{ seq: number; value: string }>(LOGGED, id);
      const saved = acknowledged.filter((save) => save.id === id);
      expect(saved.length).toBeGreaterThanOrEqual(40);
      expect(rows.map(({ seq, value }) => [seq, value])).toEqual(saved.map(({ seq }) => [seq, choices[seq % 2]]));
    }
  });

  it('a value that the database cannot hold is refused, and would fail alone', async () => {
    const { who, id, sessionId, lease, itemRef, choices, save } = await world.started();
    await expect(save(1, 'half \ud83d')).rejects.toBeInstanceOf(NotAnItem);
    const writer = world.get(ResponseWriter);
    const leaseId = lease.leaseId as LeaseId;
    const row = { sessionId, attemptId: id, itemRef, sectionId: 's1', leaseId };
    const [bad, good] = await Promise.allSettled([
      writer.append({ ...row, seq: 1, value: '"a\\u0000b"' }),
      writer.append({ ...row, seq: 2, value: JSON.stringify(choices[0]) }),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) as unknown });
    expect(good).toMatchObject({ status: 'fulfilled', value: { saved: true } });
    expect((await world.get(OwnAttempts).resume(who, id)).lastSeq).toBe(2);
  });

  it('two values under one number in one batch: one is written, the other is told so', async () => {
    const { id, sessionId, lease, itemRef, choices } = await world.started();
    const row = { sessionId, attemptId: id, seq: 1, itemRef, sectionId: 's1', leaseId: lease.leaseId as LeaseId };
    const saves = [choices[0], choices[1], choices[0]].map((value) => ({ ...row, value: JSON.stringify(value) }));
    const outcomes = await appendBatch(world.get(HotPool).pool, saves, { lease: true, deadline: true });
    expect(outcomes.map((outcome) => outcome.saved)).toEqual([true, false, true]);
    expect(outcomes[2]).toEqual(outcomes[0]);
    expect(await world.rowsOf(LOGGED, id)).toHaveLength(1);
  });

  it('the queue is bounded: what does not fit is told to come again', async () => {
    const { id, sessionId, lease, itemRef, choices } = await world.started();
    const row = { sessionId, attemptId: id, itemRef, sectionId: 's1', leaseId: lease.leaseId as LeaseId };
    const value = JSON.stringify(choices[0]);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9_000 }, (_, index) => world.get(ResponseWriter).append({ ...row, seq: index + 1, value })),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason as unknown] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) expect(reason).toMatchObject({ params: { retryAfterSeconds: 1 } });
    expect(refused[0]).toBeInstanceOf(SavesQueuedUp);
    expect(await world.rowsOf(LOGGED, id)).toHaveLength(9_000 - refused.length);
  });

  it('S27: one attempt cannot flood the log: it is told to wait, and others go on', async () => {
    const [flooding, other] = [await world.started(), await world.started()];
    let refusal: unknown;
    for (let seq = 1; refusal === undefined && seq < 3_000; seq += 50) {
      const saves = Array.from({ length: 50 }, (_, n) => ({
        seq: seq + n,
        itemRef: flooding.itemRef,
        value: flooding.choices[n % 2]!,
      }));
      const saving = world
        .get(SaveResponses)
        .run(flooding.who, flooding.id, { leaseId: flooding.lease.leaseId, saves });
      refusal = await saving.then(
        () => undefined,
        (error: unknown) => error,
      );
    }
    expect(refusal).toBeInstanceOf(SavingTooFast);
    expect((refusal as SavingTooFast).params['retryAfterSeconds']).toBeGreaterThanOrEqual(1);
    expect(await other.save(1, other.choices[0]!)).toMatchObject({ acks: [{ seq: 1 }] });
  });

  it('F36: hand-in, auto-hand-in, saves and take-over in the same moment give one submission with all that was acknowledged', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { who, id, lease, choices, save } = await world.started();
      await world.endedAgo(id, round % 2 === 0 ? 61 : 30);
      const saved: number[] = [];
      const ends = await Promise.allSettled([
        ...[1, 2, 3].map((seq) => save(seq, choices[seq % 2]!).then(() => saved.push(seq))),
        world.get(SubmitAttempt).run(who, id, lease.leaseId),
        world.get(CloseOverdue).run(),
        world.get(StartAttempt).takeOver(who, id),
      ]);
      expect(ends).toHaveLength(6);
      await world.endedAgo(id, 61);
      await world.get(CloseOverdue).run();
      const { responses } = await world.get(Receipts).ownReceipt(who, id);
      expect(responses.map(({ seq }) => seq)).toEqual(saved.length === 0 ? [] : [Math.max(...saved)]);
      const sent = `SELECT 1 FROM platform.outbox WHERE event = 'delivery.attempt-submitted' AND key = $1::text`;
      expect(await world.rowsOf(sent, id)).toHaveLength(1);
    }
  });

  it('F34: an attempt that fails to close does not keep the others open, and is closed in a later round', async () => {
    const attempts = await all(5, () => world.started());
    await all(5, (index) => world.endedAgo(attempts[index]!.id, 3_600));
    const handIn = world.get(HandIn);
    const endAll = handIn.run.bind(handIn);
    const run = jest.spyOn(handIn, 'run').mockImplementation(async (tx, sessionId, endings) => {
      if (endings.some(({ attempt }) => attempt.id === attempts[2]!.id)) throw new Error('its receipt is too large');
      return endAll(tx, sessionId, endings);
    });
    expect(await world.get(CloseOverdue).run()).toBe(4);
    run.mockRestore();
    expect(await world.get(CloseOverdue).run()).toBe(1);
    expect(await world.get(CloseOverdue).run()).toBe(0);
    for (const { who, id } of attempts) {
      const view = await world.get(OwnAttempts).view(who, id);
      expect(view).toMatchObject({ status: 'submitted', submittedBy: 'worker', submittedAt: view.deadlineAt });
    }
  });

  it('P2: who comes after the grace gets what the worker would have done, and the receipt never changes', async () => {
    const { who, id, lease, choices, save } = await world.started();
    await save(1, choices[0]!);
    await world.endedAgo(id, 61);
    await expect(save(2, choices[1]!)).rejects.toBeInstanceOf(PastGrace);
    const receipt = await world.get(SubmitAttempt).run(who, id, lease.leaseId);
    const view = await world.get(OwnAttempts).view(who, id);
    expect(receipt).toMatchObject({ submittedBy: 'worker', submittedAt: view.deadlineAt });
    expect(await world.get(Receipts).ownReceipt(who, id)).toEqual(receipt);
    expect(await world.get(SubmitAttempt).run(who, id, randomUUID())).toEqual(receipt);
    expect((await world.get(Submissions).byAttempt(id)).responses).toEqual({
      [receipt.responses[0]!.itemRef]: choices[0],
    });
  });

  it('F12: a hand-in whose event cannot be written has not happened', async () => {
    const { who, id, lease } = await world.started();
    const publish = jest.spyOn(world.get(Outbox), 'publish').mockRejectedValueOnce(new Error('no'));
    await expect(world.get(SubmitAttempt).run(who, id, lease.leaseId)).rejects.toThrow('no');
    publish.mockRestore();
    expect((await world.get(OwnAttempts).view(who, id)).status).toBe('started');
  });

  it('P4: extra time and breaks move the deadline; handing in too early is refused; nothing is saved before the start', async () => {
    const sessionId = await world.session(-1, 120, { earliestHandInMinutes: 30 });
    const { who, id } = await world.waiting(sessionId);
    const early = { who, id, lease: { leaseId: randomUUID(), leaseNo: 0, macKey: '' } };
    const item = (await world.outline()).sections[0]!.items[0]!.ref;
    await expect(world.saveAs(early, 1, item, null)).rejects.toBeInstanceOf(NotStarted);
    await world.get(UnitOfWork).run((tx) =>
      tx.query(
        `UPDATE registration.registration SET extra_time_percent = 50, break_minutes = 10
            WHERE id = (SELECT registration_id FROM delivery.attempt WHERE id = $1)`,
        [id],
      ),
    );
    const { attempt, lease } = await world.get(StartAttempt).run(who, id);
    expect(attempt.deadlineAt! - attempt.startedAt!).toBe(100 * MS_PER_MINUTE);
    await expect(world.get(SubmitAttempt).run(who, id, lease.leaseId)).rejects.toBeInstanceOf(TooEarlyToHandIn);
  });

  it('F22: a node whose own clock is wrong by an hour changes nothing for a save', async () => {
    const { id, choices, save } = await world.started();
    const wrong = jest
      .spyOn(world.context.clock, 'now')
      .mockReturnValue(instant(world.clockNow() + 60 * MS_PER_MINUTE));
    const { acks } = await save(1, choices[0]!);
    wrong.mockReturnValue(instant(acks[0]!.savedAt - 60 * MS_PER_MINUTE));
    await world.endedAgo(id, 61);
    await expect(save(2, choices[1]!)).rejects.toBeInstanceOf(PastGrace);
    wrong.mockImplementation(() => world.clockNow());
    expect(acks[0]!.late).toBe(false);
  });

  it('the live list counts saves and evidence, and judges nothing (P13)', async () => {
    const sessionId = await world.session(-1, 60);
    const { who, id, choices, save } = await world.started(sessionId);
    await save(1, choices[0]!);
    await save(2, choices[1]!);
    const event = { kind: 'left-window' as const, durationMs: 4_000, details: { page: 'other' } };
    await world.get(Evidence).add(who, id, { events: [event, event] });
    const { rows } = await world.get(Attempts).live(sessionId);
    expect(rows).toMatchObject([
      { attemptId: id, saves: 2, evidence: { 'left-window': 2 }, status: 'started', name: '考生' },
    ]);
    expect((await world.get(Evidence).of(who, id)).events).toMatchObject([event, event]);
  });

  it('P9: every call finds nothing of another candidate', async () => {
    const { id, registrationId, lease } = await world.started();
    const who = await world.candidate();
    const item = (await world.outline()).sections[0]!.items[0]!.ref;
    const calls: (() => Promise<unknown>)[] = [
      () => world.get(EnterAttempt).run(who, registrationId),
      () => world.get(StartAttempt).run(who, id),
      () => world.get(StartAttempt).takeOver(who, id),
      () => world.get(OwnAttempts).view(who, id),
      () => world.get(OwnAttempts).resume(who, id),
      () => world.get(OwnAttempts).setFlags(who, id, [item]),
      () => world.get(Evidence).add(who, id, { events: [{ kind: 'pasted', durationMs: 0, details: {} }] }),
      () => world.saveAs({ who, id, lease }, 1, item, null),
      () => world.get(SubmitAttempt).run(who, id, lease.leaseId),
      () => world.get(Receipts).ownReceipt(who, id),
    ];
    for (const call of calls) await expect(call()).rejects.toBeInstanceOf(AttemptNotFound);
    expect(await world.get(OwnAttempts).list(who)).toEqual([]);
  });

  it('the log is neither changed nor emptied', async () => {
    const change = (sql: string) => world.get(UnitOfWork).run((tx) => tx.query(sql));
    await expect(change(`UPDATE delivery.response_log SET value = 'null'`)).rejects.toThrow('only appended');
    await expect(change('DELETE FROM delivery.response_log')).rejects.toThrow('only appended');
    await expect(change('TRUNCATE delivery.response_log')).rejects.toThrow('only appended');
  });
});

describe('a protection that is switched off is missed', () => {
  const worlds: DeliveryWorld[] = [];
  const without = async (protection: string) => {
    const world = await deliveryWorld({ HZ_TEST_SWITCHES: `without:${protection}` });
    worlds.push(world);
    return world;
  };
  afterAll(() => Promise.all(worlds.map((world) => world.close())));

  it('lease-check: a stale page overwrites', async () => {
    const world = await without('lease-check');
    const { who, id, lease, choices, save } = await world.started();
    await world.get(StartAttempt).takeOver(who, id);
    expect((await save(1, choices[0]!, lease)).acks).toHaveLength(1);
  }, 60_000);

  it('deadline-check: responses are taken after the grace', async () => {
    const world = await without('deadline-check');
    const { id, choices, save } = await world.started();
    await world.endedAgo(id, 600);
    expect((await save(1, choices[0]!)).acks).toHaveLength(1);
  }, 60_000);

  it('sequence-key: a repeat counts twice, and what arrives last wins', async () => {
    const world = await without('sequence-key');
    const { who, id, choices, save } = await world.started();
    await save(2, choices[1]!);
    await save(1, choices[0]!);
    await save(1, choices[0]!);
    expect(await world.rowsOf(LOGGED, id)).toHaveLength(3);
    expect((await world.get(OwnAttempts).resume(who, id)).responses).toMatchObject([{ value: choices[0] }]);
  }, 60_000);

  it('commit-before-ack: what the database refused was acknowledged', async () => {
    const world = await without('commit-before-ack');
    const { who, id, choices, save } = await world.started();
    const query = jest.spyOn(world.get(HotPool).pool, 'query').mockRejectedValue(new Error('gone') as never);
    expect((await save(1, choices[0]!)).acks).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    query.mockRestore();
    expect((await world.get(OwnAttempts).resume(who, id)).responses).toEqual([]);
  }, 60_000);
});
