import { instant, MS_PER_DAY, plus, points, type Instant } from '@hz/kernel';
import { DEFAULT_POLICY, type RenewalRule } from '../contract';
import {
  changedSkills,
  countsFrom,
  deltaOf,
  hoursBalance,
  renewalObstacles,
  renewalWindow,
  renewedUntil,
  type CountedRecord,
  type DeltaFacts,
  type RenewalFacts,
} from './renewal';

const rule: RenewalRule = DEFAULT_POLICY.renewal;
const END = instant(Date.UTC(2029, 10, 25, 2));
const days = (from: Instant, count: number): Instant => plus(from, count * MS_PER_DAY);
const NOTHING = { changed: [], components: [] };

const facts = (changes: Partial<RenewalFacts> = {}): RenewalFacts => ({
  status: 'valid',
  expiresAt: END,
  rule,
  hours: hoursBalance(60, [record({ hours: 60 })], '2026-11-25'),
  delta: NOTHING,
  beingReplaced: false,
  now: days(END, -30),
  ...changes,
});
const record = (changes: Partial<CountedRecord> = {}): CountedRecord => ({
  status: 'approved',
  hours: 20,
  completedOn: '2028-05-01',
  countedIn: null,
  ...changes,
});

describe('the renewal of a registration', () => {
  it.each([
    ['a day before the window', facts({ now: days(END, -181) }), ['too-early']],
    ['the first moment of the window', facts({ now: days(END, -180) }), []],
    ['in time', facts(), []],
    ['after the end, within the days of grace', facts({ status: 'expired', now: days(END, 90) }), []],
    ['a moment too late', facts({ status: 'expired', now: plus(days(END, 90), 1) }), ['too-late']],
    ['suspended', facts({ status: 'suspended' }), ['not-in-force']],
    ['revoked', facts({ status: 'revoked' }), ['not-in-force']],
    ['superseded', facts({ status: 'superseded' }), ['not-in-force']],
    ['another certificate is on its way', facts({ beingReplaced: true }), ['in-the-making']],
    ['an hour short', facts({ hours: hoursBalance(60, [record({ hours: 59 })], '2026-11-25') }), ['hours']],
    ['a changed skill not shown', facts({ delta: { ...NOTHING, changed: [{ id: 'a', shown: false }] } }), ['delta']],
    ['a changed skill shown', facts({ delta: { ...NOTHING, changed: [{ id: 'a', shown: true }] } }), []],
    [
      'a new component not passed',
      facts({ delta: { ...NOTHING, components: [{ code: 'review', passed: false }] } }),
      ['delta'],
    ],
    [
      'everything at once',
      facts({
        now: days(END, -400),
        hours: hoursBalance(60, [], ''),
        delta: { ...NOTHING, changed: [{ id: 'a', shown: false }] },
      }),
      ['too-early', 'hours', 'delta'],
    ],
  ])('%s', (_, given, expected) => {
    expect(renewalObstacles(given)).toEqual(expected);
  });

  it('begins at the former end, or at the renewal when that comes later', () => {
    expect(renewedUntil(END, days(END, -100), 36)).toBe(Date.UTC(2032, 10, 25, 2));
    expect(renewedUntil(END, days(END, 30), 36)).toBe(Date.UTC(2032, 11, 25, 2));
  });

  it('has a window of so many days before and after the end', () => {
    expect(renewalWindow(END, rule)).toEqual({ opensAt: days(END, -180), closesAt: days(END, 90) });
  });
});

describe('hours', () => {
  it('count once approved, in the period, and once only', () => {
    const records = [
      record({ hours: 20 }),
      record({ hours: 15, completedOn: '2026-11-25' }),
      record({ hours: 100, completedOn: '2026-11-24' }),
      record({ hours: 100, countedIn: 'HZ-1' }),
      record({ hours: 100, status: 'refused' }),
      record({ hours: 7, status: 'waiting' }),
    ];
    expect(hoursBalance(60, records, '2026-11-25')).toEqual({ wanted: 60, approved: 35, waiting: 7, missing: 25 });
    expect(hoursBalance(30, records, '2026-11-25').missing).toBe(0);
  });

  it('count from the achievement, and after a renewal from the opening of its window', () => {
    const achieved = days(END, -3 * 365);
    expect(countsFrom(achieved, null, rule)).toBe(achieved);
    expect(countsFrom(achieved, END, rule)).toBe(days(END, -180));
    expect(countsFrom(achieved, days(achieved, 10), rule)).toBe(achieved);
  });
});

describe('the delta exam', () => {
  const delta = (changes: Partial<DeltaFacts> = {}): DeltaFacts => ({
    before: { a: '1', b: '1' },
    now: { a: '1', b: '2', c: '1' },
    achieved: ['theory'],
    wanted: ['theory', 'practical'],
    results: [],
    ...changes,
  });
  const result = (skillId: string, percent: number, passed = false) => ({
    skills: [{ skillId, percent: points(percent) }],
    components: [{ code: 'practical' as const, passed }],
  });

  it('is about skills that are new or mean something else, not about those that are gone', () => {
    expect(changedSkills({ a: '1', b: '1', gone: '1' }, { a: '1', b: '2', c: '1' })).toEqual(['b', 'c']);
    expect(changedSkills(null, { a: '1' })).toEqual([]);
  });

  it('says what is shown already and what is still missing', () => {
    expect(deltaOf(rule, delta({ results: [result('b', 60), result('c', 59)] }))).toEqual({
      changed: [
        { id: 'b', shown: true },
        { id: 'c', shown: false },
      ],
      components: [{ code: 'practical', passed: false }],
    });
    expect(deltaOf(rule, delta({ results: [result('x', 1, true)] })).components).toEqual([
      { code: 'practical', passed: true },
    ]);
  });

  it('asks for nothing where the rule wants none', () => {
    expect(deltaOf({ ...rule, deltaExam: false }, delta())).toEqual(NOTHING);
  });
});
