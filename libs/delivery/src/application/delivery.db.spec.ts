import { createHash, createHmac } from 'node:crypto';
import { join } from 'node:path';
import { AssembleForm, Blueprints, LoadBlueprints, PublishForm } from '@hz/assembly';
import { AuditModule } from '@hz/audit';
import { LoadFramework, LoadSchemes, Schemes } from '@hz/competency';
import { EnsureAccount, IdentityModule } from '@hz/identity';
import { LoadBanks } from '@hz/item-bank';
import {
  canonicalJson,
  Clock,
  dangerouslySystem,
  MS_PER_MINUTE,
  plus,
  type AttemptId,
  type BlueprintId,
  type FormId,
  type Instant,
  type Principal,
  type SessionId,
} from '@hz/kernel';
import { DatabaseClock, isSignedBy, repositoryRoot, Signer, UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { OpenSession, PlanSession, Register, RegistrationModule } from '@hz/registration';
import {
  AttemptClosed,
  AttemptNotFound,
  EntryClosed,
  NotAnItem,
  NotOpenYet,
  NotTheWriter,
  PastGrace,
  SequenceTaken,
  type WriterLease,
} from '../contract';
import { DeliveryModule } from '../delivery.module';
import { CloseOverdue } from './close-overdue.command';
import { EnterAttempt } from './enter-attempt.command';
import { OwnAttempts } from './own-attempts';
import { Receipts } from './receipts';
import { SaveResponses } from './save-responses.command';
import { StartAttempt } from './start-attempt.command';
import { Submissions } from './submissions';
import { SubmitAttempt } from './submit-attempt.command';

const WHO = dangerouslySystem('test');
const FOLDER = join(repositoryRoot(), 'question-banks');

describe('delivery', () => {
  let context: TestContext;
  let formId: FormId;
  let sessionId: SessionId;
  let people = 0;
  const get = <T>(type: new (...args: never[]) => T): T => context.module.get(type);
  const now = async (): Promise<Instant> => {
    const [row] = await get(UnitOfWork).read.query<{ ms: string }[]>(
      'SELECT extract(epoch FROM clock_timestamp()) * 1000 AS ms',
    );
    return Math.trunc(Number(row!.ms)) as Instant;
  };
  const rowsOf = <Row>(sql: string, id: AttemptId) => get(UnitOfWork).read.query<Row[]>(sql, [id]);

  async function session(opensIn: number, closesIn: number, graceSeconds = 60): Promise<SessionId> {
    const at = await now();
    const id = await get(PlanSession).create(WHO, {
      title: { zh: '场次', en: 'Session' },
      schemeVersionId: (await get(Schemes).byIdOrCode('prompt-engineer-l4')).versionId,
      formIds: [formId],
      opensAt: plus(at, opensIn * MS_PER_MINUTE),
      closesAt: plus(at, closesIn * MS_PER_MINUTE),
      registrationOpensAt: plus(at, -60 * MS_PER_MINUTE),
      registrationClosesAt: plus(at, closesIn * MS_PER_MINUTE),
      capacity: 1_000,
      rules: {
        durationMinutes: 60,
        lateEntryMinutes: 10,
        earliestHandInMinutes: 0,
        graceSeconds,
        shuffleItems: true,
        shuffleChoices: true,
        windowPolicy: 'start-by-close',
        sections: [],
      },
    });
    await get(OpenSession).run(WHO, id);
    return id;
  }
  async function waiting(inSession = sessionId): Promise<{ who: Principal; id: AttemptId }> {
    people += 1;
    const { accountId, personId } = await get(EnsureAccount).run({
      email: `c${people}@hz.example`,
      password: 'a quiet river',
      legalName: '考生',
      roles: ['candidate'],
    });
    const who: Principal = {
      via: 'login',
      accountId,
      personId,
      loginId: accountId as never,
      roles: ['candidate'],
      institutionId: null,
    };
    const registration = await get(Register).run(who, inSession, {
      pledge: true,
      claims: { yearsOfWork: 6, education: null, certificates: [] },
    });
    return { who, id: (await get(EnterAttempt).run(who, registration)).id as AttemptId };
  }
  async function started(inSession = sessionId) {
    const { who, id } = await waiting(inSession);
    const { lease } = await get(StartAttempt).run(who, id);
    const form = await get(OwnAttempts).form(who, id);
    const item = form.sections[0]!.items.find(({ body }) => body.interaction.type === 'single-choice')!;
    const { interaction } = item.body;
    const choices = interaction.type === 'single-choice' ? interaction.choices.map((choice) => choice.id) : [];
    const save = (seq: number, value: string | null, by: WriterLease = lease) =>
      get(SaveResponses).run(who, id, { leaseId: by.leaseId, saves: [{ seq, itemRef: item.ref, value }] });
    return { who, id, lease, itemRef: item.ref, choices, save };
  }

  beforeAll(async () => {
    // The database's own clock, because the save statement asks it.
    context = await testContext([AuditModule, IdentityModule, RegistrationModule, DeliveryModule]);
    const clock = new DatabaseClock(get(UnitOfWork).read.connection);
    await clock.synchronise();
    jest.spyOn(context.clock, 'now').mockImplementation(() => clock.now());
    expect(get(Clock as never)).toBe(context.clock);
    await get(LoadFramework).run(WHO, join(FOLDER, 'framework'));
    await get(LoadSchemes).run(WHO, join(FOLDER, 'schemes'));
    await get(LoadBanks).run(WHO, FOLDER);
    await get(LoadBlueprints).run(WHO, join(FOLDER, 'blueprints'));
    formId = await get(AssembleForm).run(WHO, {
      blueprintId: (await get(Blueprints).list())[0]!.id as BlueprintId,
      seed: 'one',
    });
    await get(PublishForm).run(WHO, { formId });
    sessionId = await session(-1, 60);
  }, 60_000);
  afterAll(() => context.close());

  it('P1: acknowledges with a time and a MAC, and what was acknowledged is there', async () => {
    const { who, id, lease, itemRef, choices, save } = await started();
    const { acks } = await save(1, choices[0]!);
    const digest = createHash('sha256').update(canonicalJson(choices[0])).digest('hex');
    expect(acks[0]!.mac).toBe(createHmac('sha256', lease.macKey).update(`${id}:1:${digest}`).digest('hex'));
    expect((await get(OwnAttempts).resume(who, id)).responses).toMatchObject([{ itemRef, seq: 1, value: choices[0] }]);
  });

  it('P2, F18, F19: repeats and reordering leave one row per number, and the highest number wins', async () => {
    const { who, id, choices, save } = await started();
    const values = [choices[0]!, choices[1]!, null, choices[2]!];
    const order = [3, 1, 4, 2, 4, 1, 3, 2, 1];
    const replies = await Promise.all(order.map((seq) => save(seq, values[seq - 1]!)));
    for (const seq of [1, 2, 3, 4]) {
      const acks = replies.flatMap((reply) => reply.acks).filter((ack) => ack.seq === seq);
      expect(new Set(acks.map(({ savedAt, mac }) => `${savedAt} ${mac}`)).size).toBe(1);
    }
    expect(await rowsOf('SELECT seq FROM delivery.response_log WHERE attempt_id = $1', id)).toHaveLength(4);
    expect((await get(OwnAttempts).resume(who, id)).responses).toMatchObject([{ seq: 4, value: choices[2] }]);
    await expect(save(4, choices[3]!)).rejects.toBeInstanceOf(SequenceTaken);
  });

  it('P2, S36: a hundred who hand in at once get one receipt, and its signature holds', async () => {
    const { who, id, lease, choices, save } = await started();
    await save(1, choices[0]!);
    const receipts = await Promise.all(
      Array.from({ length: 100 }, () => get(SubmitAttempt).run(who, id, lease.leaseId)),
    );
    expect(new Set(receipts.map((receipt) => canonicalJson(receipt))).size).toBe(1);
    const { signature, publicKey, ...content } = receipts[0]!;
    expect(Buffer.from(await get(Signer as never as new () => Signer).publicKey('receipt')).toString('base64url')).toBe(
      publicKey,
    );
    expect(
      isSignedBy(
        Buffer.from(publicKey, 'base64url'),
        Buffer.from(canonicalJson(content)),
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
    expect(
      await rowsOf(`SELECT id FROM platform.outbox WHERE event = 'delivery.attempt-submitted' AND key = $1::text`, id),
    ).toHaveLength(1);
    await expect(save(2, choices[1]!)).rejects.toBeInstanceOf(AttemptClosed);
  });

  it('P1: whatever was acknowledged while handing in is in the receipt', async () => {
    const { who, id, lease, choices, save } = await started();
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
    const receipt = await get(SubmitAttempt).run(who, id, lease.leaseId);
    await saving;
    expect(acknowledged).toBeGreaterThan(0);
    expect(receipt.responses[0]!.seq).toBe(acknowledged);
    const submission = await get(Submissions).byAttempt(id);
    expect(Object.values(submission.responses)).toEqual([choices[acknowledged % choices.length]]);
  });

  it('F20: the tab that was taken over is told so, and what it tried to save is kept', async () => {
    const { who, id, lease, choices, save } = await started();
    await save(1, choices[0]!);
    const second = await get(StartAttempt).takeOver(who, id);
    await expect(save(2, choices[1]!, lease)).rejects.toBeInstanceOf(NotTheWriter);
    await save(2, choices[2]!, second.lease);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await rowsOf('SELECT value, why FROM delivery.rejected_save WHERE attempt_id = $1', id)).toEqual([
      { value: choices[1], why: 'not-the-writer' },
    ]);
    expect((await get(OwnAttempts).resume(who, id)).responses).toMatchObject([{ seq: 2, value: choices[2] }]);
  });

  it('P4: takes late responses within the grace and flags them, and none after it; the worker then hands in, stamped with the deadline', async () => {
    const { who, id, choices, save } = await started();
    await save(1, choices[0]!);
    const shift = (seconds: number) =>
      get(UnitOfWork).run((tx) =>
        tx.query(
          `UPDATE delivery.attempt SET deadline_at = clock_timestamp() - $2 * interval '1 second', grace_ends_at = clock_timestamp() + (60 - $2) * interval '1 second' WHERE id = $1`,
          [id, seconds],
        ),
      );
    await shift(30);
    expect((await save(2, choices[1]!)).acks[0]!.late).toBe(true);
    await get(CloseOverdue).run();
    expect((await get(OwnAttempts).view(who, id)).status).toBe('started');
    await shift(61);
    await expect(save(3, choices[2]!)).rejects.toBeInstanceOf(PastGrace);
    await get(CloseOverdue).run();
    await get(CloseOverdue).run();
    const view = await get(OwnAttempts).view(who, id);
    expect(view).toMatchObject({ status: 'submitted', submittedBy: 'worker', submittedAt: view.deadlineAt });
    expect((await get(Submissions).byAttempt(id)).late).toHaveLength(1);
    expect((await get(Receipts).ownReceipt(who, id)).responses[0]!.value).toBe(choices[1]);
  });

  it('P4: nobody starts before the window or after the late-entry cut-off; a second start goes on with the same deadline', async () => {
    const early = await waiting(await session(5, 60));
    await expect(get(StartAttempt).run(early.who, early.id)).rejects.toBeInstanceOf(NotOpenYet);
    const late = await waiting(await session(-20, 60));
    await expect(get(StartAttempt).run(late.who, late.id)).rejects.toBeInstanceOf(EntryClosed);
    const { who, id } = await waiting();
    const [first, second] = [await get(StartAttempt).run(who, id), await get(StartAttempt).run(who, id)];
    expect(second.attempt.deadlineAt).toBe(first.attempt.deadlineAt);
    expect(second.lease.leaseNo).toBe(first.lease.leaseNo + 1);
  });

  it('P9: another candidate finds nothing here', async () => {
    const { id, lease, itemRef, choices } = await started();
    const { who } = await waiting();
    await expect(get(OwnAttempts).view(who, id)).rejects.toBeInstanceOf(AttemptNotFound);
    await expect(get(SubmitAttempt).run(who, id, lease.leaseId)).rejects.toBeInstanceOf(AttemptNotFound);
    await expect(
      get(SaveResponses).run(who, id, { leaseId: lease.leaseId, saves: [{ seq: 1, itemRef, value: choices[0]! }] }),
    ).rejects.toBeInstanceOf(AttemptNotFound);
  });

  it('refuses what cannot be a response to the item, and the log cannot be changed', async () => {
    const { id, choices, save } = await started();
    await expect(save(1, 'Z')).rejects.toBeInstanceOf(NotAnItem);
    await save(1, choices[0]!);
    await expect(
      get(UnitOfWork).run((tx) => tx.query('DELETE FROM delivery.response_log WHERE attempt_id = $1', [id])),
    ).rejects.toThrow('only appended');
  });
});
