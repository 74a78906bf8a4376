import { DecideAnswer, SaveResponses } from '@hz/delivery';
import type { AttemptId, Principal, SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { marksOf, rightResponses } from '../testing/right-responses.fixture';
import { gradingWorld } from '../testing/sitting.fixture';
import { ClaimNext } from './claim-next.command';
import { MarkTask } from './mark-task.command';
import { MarkingDesk } from './marking-desk.query';
import { RecomputeResult } from './recompute-result.query';
import { ReleaseSession } from './release-session.command';
import { ScoreAgain } from './score-again.command';
import { ScoreAttempt } from './score-attempt.command';
import { SessionGradingQuery } from './session-grading.query';
import { SettleFinished } from './settle-finished.command';

type World = Awaited<ReturnType<typeof gradingWorld>>;

describe('an answer that a person accepted after the hand-in', () => {
  let world: World;
  let manager: Principal;
  let marker: Principal;

  beforeAll(async () => {
    world = await gradingWorld();
    manager = await world.person({ role: 'exam-manager' });
    marker = await world.person({ role: 'marker' });
  });
  afterAll(() => world.context.close());

  const get = <T>(type: new (...args: never[]) => T): T => world.context.module.get(type, { strict: false });
  const sql = <T>(text: string, parameters: unknown[] = []): Promise<T[]> =>
    get(UnitOfWork).read.query<T[]>(text, parameters);
  const resultOf = async (attemptId: AttemptId) =>
    (
      await sql<{ id: string; generation: number; percent: number; status: string }>(
        'SELECT id, generation, total_percent::float AS percent, status FROM grading.result WHERE attempt_id = $1',
        [attemptId],
      )
    )[0];

  /** Hands in without the first machine-scored item and without the open ones but the first, and sends both too late. */
  async function sitting(sessionId: SessionId) {
    const sheet = await world.sheet();
    const candidate = await world.person();
    const { registrationId } = await world.register(sessionId, candidate);
    const running = await world.start(candidate, registrationId);
    const right = rightResponses(sheet, 'an answer');
    const open = sheet.items.filter(({ rule }) => rule.type === 'extended-text').map(({ ref }) => ref);
    const machine = sheet.items.find(({ rule }) => rule.type !== 'extended-text')!.ref;
    const [kept, ...others] = open as [string, ...string[]];
    const given = Object.fromEntries(
      Object.entries(right).filter(([ref]) => ref === kept || ![machine, ...others].includes(ref)),
    );
    await world.submit(candidate, running, given);
    const late = async (ref: string, seq: number) => {
      const saves = [{ seq, itemRef: ref, value: right[ref]! }];
      await expect(
        get(SaveResponses).run(candidate, running.attemptId, { leaseId: running.leaseId, saves }),
      ).rejects.toMatchObject({ code: 'delivery.attempt-closed' });
      const [row] = await sql<{ id: string }>(
        'SELECT id FROM delivery.rejected_save WHERE attempt_id = $1 AND seq = $2',
        [running.attemptId, seq],
      );
      return `s${row!.id}`;
    };
    const seq = Object.keys(given).length + 1;
    const accept = async (ref: string, number: number) =>
      get(DecideAnswer).run(manager, await late(ref, number), { accept: true, reason: 'The line was down.' });
    return { attemptId: running.attemptId, machine, others, accept, seq };
  }

  async function markWaiting(sessionId: SessionId): Promise<number> {
    let marked = 0;
    for (const { itemVersionId } of (await get(SessionGradingQuery).run(sessionId)).items) {
      for (;;) {
        const task = await get(ClaimNext).run(marker, { sessionId, itemVersionId });
        if (task === null) break;
        const marks = marksOf(task.rubric, 'best');
        await get(MarkTask).run(marker, task.id, { version: task.version, marks, comment: 'good' });
        marked += 1;
      }
    }
    await get(SettleFinished).run();
    return marked;
  }

  it('is in the result: a new scoring beside the one before, in which marks stay', async () => {
    const sessionId = await world.session();
    const { attemptId, machine, others, accept, seq } = await sitting(sessionId);
    await get(ScoreAttempt).run(attemptId);
    expect(await markWaiting(sessionId)).toBe(1);
    const first = (await resultOf(attemptId))!;
    await accept(machine, seq);
    await world.close(sessionId);
    await expect(get(ReleaseSession).run(manager, sessionId)).rejects.toMatchObject({
      code: 'grading.release-not-ready',
      params: { unscored: 1 },
    });
    await get(ScoreAgain).run(attemptId);
    await get(ScoreAgain).run(attemptId);
    const second = (await resultOf(attemptId))!;
    expect([first.generation, second.generation]).toEqual([1, 2]);
    expect(second.percent).toBeGreaterThan(first.percent);
    expect(await sql('SELECT 1 FROM grading.score WHERE attempt_id = $1 AND generation = 1', [attemptId])).not.toEqual(
      [],
    );
    expect((await get(MarkingDesk).mine(marker)).filter(({ mark }) => mark?.comment === 'good')).not.toEqual([]);

    await accept(others[0]!, seq + 1);
    await get(ScoreAgain).run(attemptId);
    expect(await resultOf(attemptId)).toBeUndefined();
    expect(await markWaiting(sessionId)).toBe(1);
    const third = (await resultOf(attemptId))!;
    expect([third.generation, third.status]).toEqual([3, 'provisional']);
    expect(third.percent).toBeGreaterThan(second.percent);
    await get(ReleaseSession).run(manager, sessionId);
    expect(await resultOf(attemptId)).toMatchObject({ generation: 3, status: 'final' });
    expect(await get(RecomputeResult).run(third.id as never)).toMatchObject({ same: true });
    await expect(accept(others[1] ?? machine, seq + 2)).rejects.toMatchObject({ code: 'delivery.results-released' });
    await get(ScoreAgain).run(attemptId);
    expect(await resultOf(attemptId)).toMatchObject({ generation: 3, status: 'final' });
  });

  it('that was accepted before the first scoring is in that already, and waits for it', async () => {
    const sessionId = await world.session();
    const { attemptId, machine, accept, seq } = await sitting(sessionId);
    await accept(machine, seq);
    await expect(get(ScoreAgain).run(attemptId)).rejects.toMatchObject({ code: 'platform.unavailable' });
    await get(ScoreAttempt).run(attemptId);
    await get(ScoreAgain).run(attemptId);
    const [row] = await sql<{ generation: number }>(
      'SELECT generation FROM grading.scored_attempt WHERE attempt_id = $1',
      [attemptId],
    );
    expect(row).toEqual({ generation: 1 });
  });
});
