import type { AttemptId, Principal, SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { resultViewSchema, sessionGradingSchema } from '../contract';
import { ClaimNext } from './claim-next.command';
import { MarkTask } from './mark-task.command';
import { MyResults } from './my-results.query';
import { RecomputeResult } from './recompute-result.query';
import { ReleaseSession } from './release-session.command';
import { Results } from './results';
import { marksOf, rightResponses } from '../testing/right-responses.fixture';
import { ScoreAttempt } from './score-attempt.command';
import { SessionGradingQuery } from './session-grading.query';
import { SettleFinished } from './settle-finished.command';
import { SettleResult } from './settle-result.command';
import { gradingWorld } from '../testing/sitting.fixture';

type World = Awaited<ReturnType<typeof gradingWorld>>;

describe('from a submission to a released result', () => {
  let world: World;
  let manager: Principal;
  let marker: Principal;

  beforeAll(async () => {
    world = await gradingWorld();
    manager = await world.person({ role: 'exam-manager' });
    marker = await world.person({ role: 'marker' });
  });
  afterAll(() => world.context.close());

  const get = <T>(type: new (...args: never[]) => T): T => world.context.module.get(type);
  const sql = <T>(text: string, parameters: unknown[] = []): Promise<T[]> =>
    get(UnitOfWork).read.query<T[]>(text, parameters);
  const count = async (table: string, attemptId: AttemptId) =>
    (await sql<{ n: number }>(`SELECT count(*)::int AS n FROM grading.${table} WHERE attempt_id = $1`, [attemptId]))[0]!
      .n;

  /** A candidate who hands in; the open items hold `text`. */
  async function submission(sessionId: SessionId, text: string) {
    const candidate = await world.person();
    const { registrationId } = await world.register(sessionId, candidate);
    const sitting = await world.start(candidate, registrationId);
    const { attemptId } = sitting;
    const sheet = await world.sheet();
    await world.submit(candidate, sitting, rightResponses(sheet, text));
    return { candidate, registrationId, attemptId, sheet };
  }

  /** Marks all that waits in a session with the best or the worst levels, and settles like the job. */
  async function markAll(sessionId: SessionId, level: 'best' | 'worst') {
    for (const { itemVersionId } of (await get(SessionGradingQuery).run(sessionId)).items) {
      for (;;) {
        const task = await get(ClaimNext).run(marker, { sessionId, itemVersionId });
        if (task === null) break;
        await get(MarkTask).run(marker, task.id, {
          version: task.version,
          marks: marksOf(task.rubric, level),
          comment: '',
        });
      }
    }
    await get(SettleFinished).run();
  }

  it('P2 scores twice, also at once, and has every row once', async () => {
    const { attemptId, sheet } = await submission(await world.session(), 'text');
    await Promise.all([get(ScoreAttempt).run(attemptId), get(ScoreAttempt).run(attemptId)]);
    await get(ScoreAttempt).run(attemptId);
    const open = sheet.items.filter(({ rule }) => rule.type === 'extended-text').length;
    expect(open).toBeGreaterThan(0);
    expect(await count('scored_attempt', attemptId)).toBe(1);
    expect(await count('score', attemptId)).toBe(sheet.items.length - open);
    expect(await count('marking_task', attemptId)).toBe(open);
    expect(await count('result', attemptId)).toBe(0);
  });

  it('gives empty open responses nothing by machine and settles at once when no response waits', async () => {
    const { attemptId, sheet } = await submission(await world.session(), '  ');
    await get(ScoreAttempt).run(attemptId);
    expect(await count('marking_task', attemptId)).toBe(0);
    expect(await count('score', attemptId)).toBe(sheet.items.length);
    const [result] = await sql<{ status: string }>('SELECT status FROM grading.result WHERE attempt_id = $1', [
      attemptId,
    ]);
    expect(result).toEqual({ status: 'provisional' });
    await get(SettleResult).run(attemptId);
    expect(await count('result', attemptId)).toBe(1);
  });

  it('refuses to release with precise counts, then releases, then repeats', async () => {
    const sessionId = await world.session();
    const first = await submission(sessionId, 'one');
    const second = await submission(sessionId, 'two');
    const late = await world.person();
    const { registrationId } = await world.register(sessionId, late);
    const running = await world.start(late, registrationId);
    await expect(get(ReleaseSession).run(manager, sessionId)).rejects.toMatchObject({
      code: 'registration.session-cannot-become',
    });
    await world.close(sessionId);
    const open = first.sheet.items.filter(({ rule }) => rule.type === 'extended-text').length;
    await get(ScoreAttempt).run(first.attemptId);
    await expect(get(ReleaseSession).run(manager, sessionId)).rejects.toMatchObject({
      code: 'grading.release-not-ready',
      params: { running: 1, unscored: 1, toMark: open, unsettled: 0 },
    });
    await world.submit(late, running, {});
    await get(ScoreAttempt).run(second.attemptId);
    await get(ScoreAttempt).run(running.attemptId);
    await markAll(sessionId, 'best');

    const before = sessionGradingSchema.parse(await get(SessionGradingQuery).run(sessionId));
    expect(before).toMatchObject({
      scored: 3,
      settled: 3,
      releasable: true,
      outcomes: { passed: 2, failed: 1, incomplete: 0 },
      blockers: { running: 0, unscored: 0, toMark: 0, unsettled: 0 },
    });
    expect(before.distribution.at(-1)).toEqual({ from: 90, to: 100, results: 2 });
    expect(before.distribution[0]).toEqual({ from: 0, to: 10, results: 1 });
    expect(await get(MyResults).list(first.candidate)).toEqual([]);

    const [released, again] = await Promise.all([
      get(ReleaseSession).run(manager, sessionId),
      get(ReleaseSession).run(manager, sessionId),
    ]);
    expect(released).toMatchObject({ sessionId, results: 3, passed: 2 });
    expect(again).toEqual(released);
    expect(await get(ReleaseSession).run(manager, sessionId)).toEqual(released);
    const events = await sql<{ payload: { sessionId: string; personId: string } }>(
      `SELECT payload FROM platform.outbox WHERE event = 'grading.result-released' AND payload ->> 'sessionId' = $1`,
      [sessionId],
    );
    expect(events).toHaveLength(3);
    const audits = await sql(`SELECT 1 FROM audit.entry WHERE action = 'grading.session-released' AND object_id = $1`, [
      sessionId,
    ]);
    expect(audits).toHaveLength(1);

    const [mine] = await get(MyResults).list(first.candidate);
    expect(resultViewSchema.parse(mine)).toMatchObject({ passed: true, total: { percent: '100' } });
    expect(await get(MyResults).one(first.candidate, mine!.id)).toEqual(mine);
    await expect(get(MyResults).one(second.candidate, mine!.id)).rejects.toMatchObject({
      code: 'grading.result-not-found',
    });
  });

  it('P9 shows nobody a result that is not released', async () => {
    const { attemptId, candidate } = await submission(await world.session(), '');
    await get(ScoreAttempt).run(attemptId);
    const [row] = await sql<{ id: string }>('SELECT id FROM grading.result WHERE attempt_id = $1', [attemptId]);
    await expect(get(MyResults).one(candidate, row!.id)).rejects.toMatchObject({ code: 'grading.result-not-found' });
  });

  describe('a released result', () => {
    let attemptId: AttemptId;
    let resultId: never;

    beforeAll(async () => {
      const sessionId = await world.session();
      const done = await submission(sessionId, 'text');
      attemptId = done.attemptId;
      await get(ScoreAttempt).run(attemptId);
      await markAll(sessionId, 'worst');
      await world.close(sessionId);
      await get(ReleaseSession).run(manager, sessionId);
      resultId = (await get(Results).releasedOf(done.candidate.personId))[0]!.id as never;
    });

    it('P5 is computed again from what was stored and is the same', async () => {
      expect(await get(RecomputeResult).run(resultId)).toMatchObject({ same: true });
    });

    it('P5 cannot be changed, nor can what it rests on', async () => {
      for (const statement of [
        `UPDATE grading.result SET outcome = 'passed' WHERE attempt_id = $1`,
        `DELETE FROM grading.result WHERE attempt_id = $1`,
        `UPDATE grading.score SET points = max_points WHERE attempt_id = $1`,
        `UPDATE grading.marking_task SET points = max_points WHERE attempt_id = $1`,
        `UPDATE grading.marking_act SET details = '{}' WHERE task_id IN (SELECT id FROM grading.marking_task WHERE attempt_id = $1)`,
      ])
        await expect(sql(statement, [attemptId])).rejects.toThrow(/frozen|kept/);
    });

    it('P2 has no second one beside it', async () => {
      await expect(
        sql(
          `INSERT INTO grading.result (id, attempt_id, registration_id, session_id, person_id, scheme_version_id, generation,
                  scoring_version, outcome, total_percent, body, status, settled_at, released_at)
           SELECT gen_random_uuid(), attempt_id, registration_id, session_id, person_id, scheme_version_id, generation + 1,
                  scoring_version, outcome, total_percent, body, status, settled_at, released_at
             FROM grading.result WHERE attempt_id = $1`,
          [attemptId],
        ),
      ).rejects.toThrow(/one_final_result_per/);
    });
  });
});

describe('without the protection against scoring twice', () => {
  let world: World;
  beforeAll(async () => {
    world = await gradingWorld({ settings: { HZ_TEST_SWITCHES: 'without:score-once' } });
  });
  afterAll(() => world.context.close());

  async function scoredOnce(text: string): Promise<{ run: () => Promise<void>; scores: () => Promise<number> }> {
    const sessionId = await world.session();
    const candidate = await world.person();
    const { registrationId } = await world.register(sessionId, candidate);
    const sitting = await world.start(candidate, registrationId);
    const { attemptId } = sitting;
    const sheet = await world.sheet();
    await world.submit(candidate, sitting, rightResponses(sheet, text));
    const run = () => world.context.module.get(ScoreAttempt).run(attemptId);
    const sql = 'SELECT count(*)::int AS n FROM grading.score WHERE attempt_id = $1';
    const read = world.context.module.get(UnitOfWork).read;
    await run();
    return { run, scores: async () => (await read.query<{ n: number }[]>(sql, [attemptId]))[0]!.n };
  }

  it('P2 a second run leaves every score twice', async () => {
    const { run, scores } = await scoredOnce('text');
    const once = await scores();
    await run();
    expect(await scores()).toBe(2 * once);
  });

  it('P2 the database still keeps a second result out', async () => {
    const { run } = await scoredOnce('');
    await expect(run()).rejects.toThrow(/one_provisional_result_per_registration/);
  });
});
