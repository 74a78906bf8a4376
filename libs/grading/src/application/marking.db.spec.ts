import { MS_PER_MINUTE, type AttemptId, type Principal, type SessionId } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { markedTaskSchema, markedTasksSchema, markingTaskSchema } from '../http/marking-task';
import { markingQueuesSchema } from '../contract';
import type { AnonymousTask } from '../domain/marking-task';
import { ClaimNext } from './claim-next.command';
import { FlagTask } from './flag-task.command';
import { MarkTask } from './mark-task.command';
import { MarkingDesk } from './marking-desk.query';
import { ReleaseSession } from './release-session.command';
import { marksOf, rightResponses } from '../testing/right-responses.fixture';
import { ScoreAttempt } from './score-attempt.command';
import { SessionGradingQuery } from './session-grading.query';
import { SettleFinished } from './settle-finished.command';
import { SettleResult } from './settle-result.command';
import { SkipTask } from './skip-task.command';
import { gradingWorld } from '../testing/sitting.fixture';
import { UndoMark } from './undo-mark.command';

type World = Awaited<ReturnType<typeof gradingWorld>>;
const HALF_AN_HOUR = 30 * MS_PER_MINUTE;

describe('marking by people', () => {
  let world: World;
  let anna: Principal;
  let bo: Principal;

  beforeAll(async () => {
    world = await gradingWorld();
    anna = await world.person({ role: 'marker' });
    bo = await world.person({ role: 'marker' });
  });
  afterAll(() => world.context.close());

  const get = <T>(type: new (...args: never[]) => T): T => world.context.module.get(type);
  const sql = <T>(text: string, parameters: unknown[] = []) => get(UnitOfWork).read.query<T[]>(text, parameters);

  async function script(sessionId: SessionId, candidate: Awaited<ReturnType<World['person']>>) {
    const { registrationId, ticketNo } = await world.register(sessionId, candidate);
    const sitting = await world.start(candidate, registrationId);
    const { attemptId } = sitting;
    const sheet = await world.sheet();
    const responses = rightResponses(sheet, '');
    const open = sheet.items.find(({ rule }) => rule.type === 'extended-text')!;
    responses[open.ref] = `a response of ${attemptId.slice(-4)}`;
    await world.submit(candidate, sitting, responses);
    await get(ScoreAttempt).run(attemptId);
    return { candidate, registrationId, ticketNo, attemptId, itemVersionId: open.itemVersionId };
  }

  /** A session in which `many` candidates each wrote one open response to the same item. */
  async function queue(many = 1) {
    const sessionId = await world.session();
    const scripts = [];
    for (let n = 0; n < many; n += 1) scripts.push(await script(sessionId, await world.person()));
    return { sessionId, itemVersionId: scripts[0]!.itemVersionId, scripts };
  }

  const next = (who: Principal, of: { sessionId: string; itemVersionId: string }) => get(ClaimNext).run(who, of);
  const mark = (who: Principal, task: AnonymousTask, level: 'best' | 'worst' = 'best', comment = '') =>
    get(MarkTask).run(who, task.id, { version: task.version, marks: marksOf(task.rubric, level), comment });
  const resultOf = async (attemptId: AttemptId) =>
    (
      await sql<{ gained: string }>(
        `SELECT body #>> '{total,gained}' AS gained FROM grading.result WHERE attempt_id = $1`,
        [attemptId],
      )
    )[0]?.gained;
  const eventsOf = async (attemptId: AttemptId) =>
    (
      await sql(
        `SELECT 1 FROM platform.outbox WHERE event = 'grading.marking-finished' AND payload ->> 'attemptId' = $1`,
        [attemptId],
      )
    ).length;

  it('gives one task to one of two markers, and the own task again', async () => {
    const one = await queue();
    const [first, second] = await Promise.all([next(anna, one), next(bo, one)]);
    expect([first, second].filter((task) => task !== null)).toHaveLength(1);
    const holder = first === null ? bo : anna;
    const task = (first ?? second)!;
    expect(await next(holder, one)).toMatchObject({ id: task.id, version: task.version });
    expect(await next(holder === anna ? bo : anna, one)).toBeNull();
  });

  it('gives ten tasks to ten claims at once, each once', async () => {
    const ten = await queue(10);
    const markers = await Promise.all(Array.from({ length: 10 }, () => world.person({ role: 'marker' })));
    const tasks = await Promise.all(markers.map((marker) => next(marker, ten)));
    expect(new Set(tasks.map((task) => task!.id)).size).toBe(10);
  });

  it('takes a claim that ran out away, and tells the first marker instead of losing either mark', async () => {
    const one = await queue();
    const old = (await next(anna, one))!;
    world.context.clock.advance(HALF_AN_HOUR);
    const taken = (await next(bo, one))!;
    expect(taken.id).toBe(old.id);
    await expect(mark(anna, old)).rejects.toMatchObject({
      code: 'grading.marked-meanwhile',
      params: { status: 'claimed', mine: false },
    });
    await mark(bo, taken, 'worst', 'too short');
    await expect(mark(anna, old)).rejects.toMatchObject({
      code: 'grading.marked-meanwhile',
      params: { status: 'marked', points: '0', comment: 'too short', mine: false },
    });
    const state = markedTaskSchema.parse(await get(MarkingDesk).one(anna, old.id));
    expect(state.mark).toMatchObject({ points: '0', comment: 'too short', mine: false, mayChange: false });
  });

  it('keeps a claim that ran out and that nobody took', async () => {
    const one = await queue();
    const task = (await next(anna, one))!;
    world.context.clock.advance(10 * HALF_AN_HOUR);
    expect((await mark(anna, task)).mark).toMatchObject({ mine: true, mayChange: true });
  });

  it('refuses the mark of a second tab that saw an older state', async () => {
    const task = (await next(anna, await queue()))!;
    await mark(anna, task);
    await expect(mark(anna, task, 'worst')).rejects.toMatchObject({
      code: 'grading.marked-meanwhile',
      params: { status: 'marked', mine: true, version: task.version + 1 },
    });
  });

  it('takes only points of the rubric, and names what is wrong', async () => {
    const task = (await next(anna, await queue()))!;
    const [first, ...others] = task.rubric.criteria;
    const marks = { [first!.id]: '0.0001' as never, nobody: '1' as never };
    await expect(get(MarkTask).run(anna, task.id, { version: task.version, marks, comment: '' })).rejects.toMatchObject(
      {
        code: 'grading.marks-not-valid',
        fields: [
          ...others.map(({ id }) => ({ pointer: `/marks/${id}`, code: 'missing' })),
          { pointer: `/marks/${first!.id}`, code: 'not-a-level' },
          { pointer: '/marks/nobody', code: 'not-a-level' },
        ],
      },
    );
  });

  it('settles when the last response is marked, and again when a mark changes or is taken back', async () => {
    const one = await queue();
    const { attemptId } = one.scripts[0]!;
    expect(await resultOf(attemptId)).toBeUndefined();
    const task = (await next(anna, one))!;
    const marked = await mark(anna, task, 'worst');
    expect(await eventsOf(attemptId)).toBe(1);
    await get(SettleResult).run(attemptId);
    const low = Number(await resultOf(attemptId));
    const edited = await mark(anna, marked.task, 'best');
    expect(await eventsOf(attemptId)).toBe(2);
    expect((await get(SessionGradingQuery).run(one.sessionId)).blockers.unsettled).toBe(1);
    await get(SettleFinished).run();
    expect(Number(await resultOf(attemptId))).toBe(low + Number(task.maxPoints));
    const undone = await get(UndoMark).run(anna, task.id, { version: edited.task.version });
    expect(undone.mark).toBeNull();
    expect((await get(SessionGradingQuery).run(one.sessionId)).blockers).toMatchObject({ toMark: 1, unsettled: 0 });
    await get(SettleFinished).run();
    await mark(anna, undone.task, 'worst');
    await get(SettleResult).run(attemptId);
    expect(Number(await resultOf(attemptId))).toBe(low);
    const history = await sql<{ kind: string }>(
      'SELECT kind FROM grading.marking_act WHERE task_id = $1 ORDER BY version, at, id',
      [task.id],
    );
    expect(history.map(({ kind }) => kind)).toEqual(['claimed', 'marked', 'marked', 'undone', 'marked']);
  });

  it('passes a skipped script to somebody else, for good', async () => {
    const one = await queue();
    const task = (await next(anna, one))!;
    await get(SkipTask).run(anna, task.id, { version: task.version, reason: 'illegible', note: '' });
    expect(await next(anna, one)).toBeNull();
    expect((await next(bo, one))!.id).toBe(task.id);
  });

  it('shows flags to the manager and changes nothing else', async () => {
    const one = await queue();
    const task = (await next(anna, one))!;
    await get(FlagTask).run(anna, task.id, { reason: 'copied', note: 'like the exemplar' });
    expect((await get(SessionGradingQuery).run(one.sessionId)).flags).toMatchObject([
      { scriptNo: task.scriptNo, reason: 'copied', note: 'like the exemplar' },
    ]);
    expect((await mark(anna, task)).mark).not.toBeNull();
  });

  it('lists the last five and lets them be changed until the release', async () => {
    const seven = await queue(7);
    const carl = await world.person({ role: 'marker' });
    for (let n = 0; n < 7; n += 1) {
      await mark(carl, (await next(carl, seven))!);
      world.context.clock.advance(1_000);
    }
    const mine = markedTasksSchema.parse({ rows: await get(MarkingDesk).mine(carl) }).rows;
    expect(mine).toHaveLength(5);
    expect(mine.every(({ mark: given }) => given!.mayChange)).toBe(true);
    await get(SettleFinished).run();
    await world.close(seven.sessionId);
    await get(ReleaseSession).run(await world.person({ role: 'exam-manager' }), seven.sessionId);
    expect(await get(MarkingDesk).mine(carl)).toEqual([]);
    await expect(mark(carl, mine[0]!.task as AnonymousTask)).rejects.toMatchObject({ code: 'grading.marking-closed' });
  });

  it('P9 keeps a marker from candidates of the own institution and from oneself', async () => {
    const institutionId = await world.institution();
    const candidate = await world.person({ institutionId });
    const sessionId = await world.session();
    const { itemVersionId } = await script(sessionId, candidate);
    const key = { sessionId, itemVersionId };
    const colleague = await world.person({ institutionId, role: 'marker' });
    const itself = { ...candidate, roles: ['marker' as const] };
    for (const who of [colleague, itself]) {
      expect(await next(who, key)).toBeNull();
      expect((await get(MarkingDesk).queues(who)).filter((row) => row.sessionId === sessionId)).toEqual([]);
    }
    const task = (await next(anna, key))!;
    for (const who of [colleague, itself, bo]) {
      await expect(mark(who, task)).rejects.toMatchObject({ code: 'grading.task-not-found' });
      await expect(get(MarkingDesk).one(who, task.id)).rejects.toMatchObject({ code: 'grading.task-not-found' });
    }
  });

  it('sends nothing that leads to a candidate', async () => {
    const two = await queue(2);
    const dora = await world.person({ role: 'marker' });
    const task = (await next(dora, two))!;
    const conflict = await mark(dora, { ...task, version: 99 }).catch((error: unknown) => error);
    const marked = await mark(dora, task);
    const replies = [
      markingTaskSchema.parse(task),
      markingQueuesSchema.parse({ rows: await get(MarkingDesk).queues(dora) }),
      await get(MarkingDesk).queues(dora),
      conflict,
      marked,
      await get(MarkingDesk).one(dora, task.id),
      await get(MarkingDesk).mine(dora),
      await get(UndoMark).run(dora, task.id, { version: marked.task.version }),
      await next(dora, two),
    ];
    const text = JSON.stringify(replies);
    expect(text).toContain(task.scriptNo);
    for (const { candidate, registrationId, ticketNo, attemptId } of two.scripts)
      for (const canary of [
        candidate.name,
        candidate.email,
        candidate.personId,
        candidate.accountId,
        registrationId,
        ticketNo,
        attemptId,
      ])
        expect(text).not.toContain(canary);
    expect(Object.keys(task).sort()).toEqual([
      'claimedUntil',
      'exemplar',
      'id',
      'maxPoints',
      'rationale',
      'response',
      'rubric',
      'scriptNo',
      'stem',
      'version',
    ]);
  });

  it('counts queues for the marker who asks', async () => {
    const three = await queue(3);
    const [one, two] = [await world.person({ role: 'marker' }), await world.person({ role: 'marker' })];
    const rowOf = async (who: Principal) =>
      (await get(MarkingDesk).queues(who)).find((row) => row.sessionId === three.sessionId);
    await mark(one, (await next(one, three))!);
    await next(two, three);
    expect(await rowOf(one)).toMatchObject({ waiting: 1, claimed: 1, marked: 1, mine: 1, holding: false });
    expect(await rowOf(two)).toMatchObject({ waiting: 1, claimed: 0, marked: 1, mine: 0, holding: true });
  });
});
