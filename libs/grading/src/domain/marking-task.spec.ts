import { instant, points, reachable, type PersonId } from '@hz/kernel';
import { anonymousTask, mayMark, maySkip, mayUndo, TASK_LIFE, type MarkingTask } from './marking-task';

const me = 'me' as PersonId;
const other = 'other' as PersonId;
const aTask = (change: Partial<MarkingTask> = {}): MarkingTask => ({
  id: 'task' as never,
  attemptId: 'attempt' as never,
  sessionId: 'session' as never,
  formId: 'form' as never,
  itemRef: 'i07',
  itemVersionId: 'item-version' as never,
  generation: 1,
  scriptNo: '1234-5678-9012',
  response: 'text',
  maxPoints: points('5.5'),
  status: 'claimed',
  version: 4,
  claimedBy: me,
  claimedUntil: instant(1_000),
  mark: null,
  released: false,
  ...change,
});
const marked = (by: PersonId): Partial<MarkingTask> => ({
  status: 'marked',
  claimedBy: null,
  claimedUntil: null,
  mark: { marks: {}, comment: '', points: points('2'), by },
});
const held = { status: 'waiting', claimedBy: null, claimedUntil: null } as const;
const yes = { act: true };
const no = (why: string) => ({ act: false, why });

describe('what a marker may do with a task', () => {
  it.each<[string, Partial<MarkingTask>, number, object, object, object]>([
    ['holds it', {}, 4, yes, yes, no('not-marked')],
    ['saw an older state', {}, 3, no('changed-meanwhile'), no('changed-meanwhile'), no('changed-meanwhile')],
    [
      'it went to another',
      { claimedBy: other },
      4,
      no('changed-meanwhile'),
      no('changed-meanwhile'),
      no('changed-meanwhile'),
    ],
    ['it waits', held, 4, no('changed-meanwhile'), no('changed-meanwhile'), no('changed-meanwhile')],
    ['marked it', marked(me), 4, yes, no('changed-meanwhile'), yes],
    ['another marked it', marked(other), 4, no('changed-meanwhile'), no('changed-meanwhile'), no('changed-meanwhile')],
    ['released', { ...marked(me), released: true }, 4, no('released'), no('released'), no('released')],
  ])('%s', (_, change, version, mark, skip, undo) => {
    const task = aTask(change);
    expect(mayMark(task, me, version)).toEqual(mark);
    expect(maySkip(task, me, version)).toEqual(skip);
    expect(mayUndo(task, me, version)).toEqual(undo);
  });

  it('reaches every state of its life', () => {
    expect([...reachable(TASK_LIFE, 'waiting')].sort()).toEqual(['claimed', 'marked', 'waiting']);
  });

  it('is shown with these fields and no other', () => {
    const material = { stem: { zh: '题' }, rubric: { criteria: [] }, rationale: { zh: '理由' }, secret: 'x' };
    expect(Object.keys(anonymousTask(aTask(), material, me)).sort()).toEqual([
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
    expect(anonymousTask(aTask({ claimedBy: other }), material, me).claimedUntil).toBeNull();
  });
});
