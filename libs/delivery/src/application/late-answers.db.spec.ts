import { randomUUID } from 'node:crypto';
import { canonicalJson, dangerouslySystem, hashOf, instant, type Principal, type SessionId } from '@hz/kernel';
import { isSignedBy } from '@hz/platform';
import { EndSession } from '@hz/registration';
import { journalPart, lateAnswerIdSchema, valueDigest, type LateAnswer } from '../contract';
import { deliveryWorld, type DeliveryWorld } from '../testing/delivery.fixture';
import { ClaimAnswers } from './claim-answers.command';
import { CloseOverdue } from './close-overdue.command';
import { DecideAnswer } from './decide-answer.command';
import { LateAnswerList } from './late-answers.query';
import { ReceiptAdditions } from './receipt-additions';
import { Receipts } from './receipts';
import { SessionReports } from './session-report.query';
import { Submissions } from './submissions';

type Sitter = Awaited<ReturnType<DeliveryWorld['started']>>;

describe('answers that a person decides about', () => {
  let world: DeliveryWorld;
  let manager: Principal;
  let sessionId: SessionId;

  beforeAll(async () => {
    world = await deliveryWorld();
    manager = await world.candidate();
    sessionId = await world.session(-1, 60);
  }, 60_000);
  afterAll(() => world?.close());

  const claim = ({ who, id, itemRef, lease }: Sitter, seq: number, value: string) =>
    world
      .get(ClaimAnswers)
      .run(
        who,
        id,
        journalPart('', [
          { seq, itemRef, value, digest: valueDigest(value), at: 1, leaseNo: lease.leaseNo, mark: null },
        ]),
      );
  const rowsOf = async ({ id }: Pick<Sitter, 'id'>): Promise<LateAnswer[]> =>
    (await world.get(LateAnswerList).of(manager, sessionId)).rows.filter(({ attemptId }) => attemptId === id);
  const decide = (id: string, accept: boolean, who = manager, reason = 'The line of the room was down.') =>
    world.get(DecideAnswer).run(who, id, { accept, reason });
  const code = (run: Promise<unknown>) => run.then(() => 'ok').catch((error: { code: string }) => error.code);
  const eventsOf = ({ id }: Sitter) =>
    world.rowsOf<{ key: string }>(
      `SELECT key FROM platform.outbox WHERE event = 'delivery.attempt-supplemented' AND payload->>'attemptId' = $1 ORDER BY id`,
      id,
    );
  /** Handed in by the worker with `a`; two answers came too late, one without a claim. */
  const tooLate = async () => {
    const sitter = await world.started(sessionId);
    const [a, b, c] = sitter.choices as [string, string, string];
    await sitter.save(1, a);
    await world.endedAgo(sitter.id, 61);
    await world.get(CloseOverdue).run();
    await claim(sitter, 2, b);
    expect(await code(sitter.save(3, c))).toBe('delivery.attempt-closed');
    return { sitter, a, b, c };
  };

  it('are listed once each, with what is known of them, and reading them is on record', async () => {
    const { sitter, a, b, c } = await tooLate();
    await claim(sitter, 3, c);
    const rows = await rowsOf(sitter);
    const saved = { value: a, savedAt: expect.any(Number) as number };
    expect(rows).toMatchObject([
      { seq: 2, value: b, source: 'page', verdict: 'decide', why: 'closed', isClosed: true, saved, decision: null },
      { seq: 3, value: c, source: 'page', verdict: 'decide', why: 'closed' },
    ]);
    expect(rows[0]!.name).toBe('考生');
    const read = await world.rowsOf(
      `SELECT 1 FROM audit.entry WHERE object_id = $1::text AND action = 'delivery.late-answers-read'`,
      sessionId as never,
    );
    expect(read.length).toBeGreaterThan(0);
  });

  it('lists also what came within the grace as any save does, flagged and not to be decided', async () => {
    const sitter = await world.started(sessionId);
    await world.endedAgo(sitter.id, 5);
    await sitter.save(1, sitter.choices[0]!);
    expect(await rowsOf(sitter)).toMatchObject([{ verdict: 'counts', source: 'save', why: null, isClosed: false }]);
    expect(lateAnswerIdSchema.safeParse((await rowsOf(sitter))[0]!.id).success).toBe(false);
  });

  it('count once they are accepted: in the submission and signed beside the receipt, which stays as it was', async () => {
    const { sitter, b, c } = await tooLate();
    const before = await world.get(Receipts).ownReceipt(sitter.who, sitter.id);
    expect(await world.get(ReceiptAdditions).of(sitter.who, sitter.id)).toEqual({
      additions: null,
      declined: 0,
      waiting: 1,
    });
    const [claimed, refused] = await rowsOf(sitter);
    expect(refused!.id).toMatch(/^s\d+$/);
    await decide(claimed!.id, true);
    await decide(claimed!.id, true);
    const submission = await world.get(Submissions).byAttempt(sitter.id);
    expect([submission.responses[sitter.itemRef], submission.late]).toEqual([b, [sitter.itemRef]]);
    expect(await world.get(Receipts).ownReceipt(sitter.who, sitter.id)).toEqual(before);
    const additions = (await world.get(ReceiptAdditions).of(sitter.who, sitter.id)).additions!;
    expect(additions).toMatchObject({
      receiptHash: before.hash,
      answers: [{ itemRef: sitter.itemRef, seq: 2, value: b }],
    });
    const { signature, publicKey, hash, ...said } = additions;
    expect(hash).toBe(hashOf(said));
    const bytes = Buffer.from(canonicalJson({ ...said, hash }));
    expect(isSignedBy(Buffer.from(publicKey, 'base64url'), bytes, Buffer.from(signature, 'base64url'))).toBe(true);
    expect(await eventsOf(sitter)).toEqual([{ key: `${sitter.id}.2` }]);
    expect((await rowsOf(sitter))[0]).toMatchObject({ decision: { accepted: true }, saved: { value: b } });
    await decide(refused!.id, true);
    expect((await world.get(Submissions).byAttempt(sitter.id)).responses[sitter.itemRef]).toBe(c);
    // A page that brings what was decided about as a save has nothing more to be decided.
    await claim(sitter, 3, c);
    expect((await rowsOf(sitter)).map(({ id, decision }) => [id, decision?.accepted])).toEqual([
      [claimed!.id, true],
      [refused!.id, true],
    ]);
    expect(await eventsOf(sitter)).toHaveLength(2);
    const acted = await world.rowsOf<{ details: object }>(
      `SELECT details FROM audit.entry WHERE object_id = $1::text AND action = 'delivery.late-answer-accepted'`,
      sitter.id,
    );
    expect(acted).toHaveLength(2);
  });

  it('stay out when they are refused, once and for all, and the report of the session says so', async () => {
    const { sitter, a } = await tooLate();
    const [claimed] = await rowsOf(sitter);
    const report = async () => (await world.get(SessionReports).of(sessionId)).lateAnswers;
    const before = await report();
    await decide(claimed!.id, false);
    expect(await report()).toEqual({ ...before, waiting: before.waiting - 1, refused: before.refused + 1 });
    await decide(claimed!.id, false);
    expect(await code(decide(claimed!.id, true))).toBe('delivery.answer-decided');
    expect((await world.get(Submissions).byAttempt(sitter.id)).responses[sitter.itemRef]).toBe(a);
    expect(await eventsOf(sitter)).toEqual([]);
    expect((await rowsOf(sitter))[0]!.decision).toMatchObject({ accepted: false });
    expect(await world.get(ReceiptAdditions).of(sitter.who, sitter.id)).toEqual({
      additions: null,
      declined: 1,
      waiting: 0,
    });
  });

  it('P2 are decided once, whoever is first', async () => {
    const { sitter } = await tooLate();
    const [claimed] = await rowsOf(sitter);
    const codes = await Promise.all([true, false, true, false].map((accept) => code(decide(claimed!.id, accept))));
    expect(codes.filter((each) => each === 'ok')).toHaveLength(2);
    expect(codes.filter((each) => each === 'delivery.answer-decided')).toHaveLength(2);
  });

  it('are not decided by the candidate, a machine, too early, or against what is later', async () => {
    const { sitter } = await tooLate();
    const [claimed, refused] = await rowsOf(sitter);
    expect(await code(decide(claimed!.id, true, sitter.who))).toBe('delivery.own-answers');
    expect(await code(decide(claimed!.id, true, dangerouslySystem('test')))).toBe('delivery.person-must-decide');
    expect(await code(decide(randomUUID(), true))).toBe('delivery.answer-not-found');
    expect(await code(decide('s999999999', true))).toBe('delivery.answer-not-found');
    await decide(refused!.id, true);
    expect(await code(decide(claimed!.id, true))).toBe('delivery.later-answer-accepted');
    const open = await world.started(sessionId);
    await open.save(1, open.choices[0]!);
    await claim(open, 1, open.choices[1]!);
    expect(await code(decide((await rowsOf(open))[0]!.id, true))).toBe('delivery.attempt-still-open');
  });

  it('are beyond a decision once results are out: that is a rescoring', async () => {
    const released = await world.session(-1, 60);
    const sitter = await world.started(released);
    await world.endedAgo(sitter.id, 61);
    await world.get(CloseOverdue).run();
    await claim(sitter, 1, sitter.choices[0]!);
    const [row] = (await world.get(LateAnswerList).of(manager, released)).rows;
    await world.get(EndSession).close(dangerouslySystem('test'), released, true);
    await world.rowsOf(
      `UPDATE registration.session SET status = 'released', released_at = to_timestamp(${instant(Date.now()) / 1000}) WHERE id = $1`,
      released as never,
    );
    expect(await code(decide(row!.id, true))).toBe('delivery.results-released');
    expect((await world.get(LateAnswerList).of(manager, released)).isReleased).toBe(true);
  });
});
