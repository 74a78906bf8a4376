import { comparePoints, points, shuffled, ZERO_POINTS, type ResponseValue } from '@hz/kernel';
import fc from 'fast-check';
import { itemOutcomeSchema, profileSchema, SCORING_VERSION, type ResponseRule, type ScorableForm } from '../contract';
import { scoreForm } from './score-form';
import { scoreItem } from './score-item';

const option = fc.constantFrom('A', 'B', 'C', 'D', 'E');
const options = fc.uniqueArray(option, { minLength: 2, maxLength: 5 });
const mapping = fc.dictionary(fc.constantFrom('s1', 's2', 's3'), option, { minKeys: 1 });

const rule: fc.Arbitrary<ResponseRule> = fc.oneof(
  option.map((key) => ({ type: 'single-choice' as const, key })),
  fc.boolean().map((key) => ({ type: 'true-false' as const, key })),
  fc.record({
    type: fc.constant('multiple-response' as const),
    keys: options,
    policy: fc.constantFrom('all-or-nothing' as const, 'right-minus-wrong' as const, 'no-wrong-then-share' as const),
  }),
  fc.record({
    type: fc.constant('text-entry' as const),
    accept: fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
    caseSensitive: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('numeric-entry' as const),
    answer: fc.integer().map((n) => String(n) as never),
    significantDigits: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  }),
  fc.record({
    type: fc.constant('match' as const),
    pairs: mapping,
    policy: fc.constantFrom('share' as const, 'all-or-nothing' as const),
  }),
  fc.record({
    type: fc.constant('order' as const),
    sequence: options,
    policy: fc.constantFrom('all-or-nothing' as const, 'adjacent-pairs' as const),
  }),
  fc.constant({ type: 'extended-text' as const }),
);
const response: fc.Arbitrary<ResponseValue> = fc.oneof(
  option,
  fc.string(),
  fc.integer().map(String),
  fc.array(fc.oneof(option, fc.string({ maxLength: 2 })), { maxLength: 26 }),
  mapping,
  fc.dictionary(fc.string(), fc.string()),
  fc.constant(null),
);
const maxPoints = fc.integer({ min: 1, max: 100_000 }).map((n) => points(`${n / 10_000}`.slice(0, 6)));

describe('P5 scoring, for any key and any response', () => {
  it('gives between nothing and the maximum, or waits for a marker, and is deterministic', () => {
    fc.assert(
      fc.property(rule, response, maxPoints, (key, value, max) => {
        const outcome = scoreItem(key, value, max);
        expect(itemOutcomeSchema.parse(outcome)).toEqual(outcome);
        expect(outcome.points === null).toBe(outcome.needsMarking);
        if (outcome.points !== null) {
          expect(comparePoints(outcome.points, ZERO_POINTS)).toBeGreaterThanOrEqual(0);
          expect(comparePoints(outcome.points, max)).toBeLessThanOrEqual(0);
        }
        expect(scoreItem(structuredClone(key), structuredClone(value), max)).toEqual(outcome);
      }),
      { numRuns: 3_000 },
    );
  });

  it('does not see the order of chosen options', () => {
    fc.assert(
      fc.property(options, fc.array(option, { minLength: 1 }), fc.string(), maxPoints, (keys, chosen, seed, max) => {
        const key = { type: 'multiple-response' as const, keys, policy: 'right-minus-wrong' as const };
        expect(scoreItem({ ...key, keys: shuffled(keys, seed) }, shuffled(chosen, seed), max)).toEqual(
          scoreItem(key, chosen, max),
        );
      }),
    );
  });

  it('does not see the order of responses, nor the order of items in totals', () => {
    const item = fc.record({
      component: fc.constantFrom('theory' as const, 'practical' as const),
      skillId: fc.constantFrom('a', 'b', 'c'),
      points: maxPoints,
      rule,
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(item, response), { minLength: 1, maxLength: 12 }), fc.string(), (rows, seed) => {
        const items = rows.map(([row], index) => ({ ref: `i${index}`, ...row }));
        const entries = rows.map(([, value], index) => [`i${index}`, value] as const);
        const outcome = scoreForm({ items }, Object.fromEntries(entries));
        const again = scoreForm({ items: shuffled(items, seed) }, Object.fromEntries(shuffled(entries, seed)));
        expect(again.profile).toEqual(outcome.profile);
        expect(outcome.items.map(({ ref }) => ref)).toEqual(items.map(({ ref }) => ref));
        expect(profileSchema.parse(outcome.profile)).toEqual(outcome.profile);
      }),
    );
  });
});

describe('scoring a form', () => {
  const form: ScorableForm = {
    items: [
      { ref: 'i01', component: 'theory', skillId: 'x', points: points(2), rule: { type: 'single-choice', key: 'A' } },
      { ref: 'i02', component: 'theory', skillId: 'y', points: points(1), rule: { type: 'true-false', key: true } },
      { ref: 'i03', component: 'practical', skillId: 'x', points: points(10), rule: { type: 'extended-text' } },
    ],
  };

  it('adds by component and skill, and says what still waits', () => {
    const outcome = scoreForm(form, { i03: 'text', i01: 'A', toString: 'A', i99: 'A' });
    expect(outcome.scoringVersion).toBe(SCORING_VERSION);
    expect(outcome.profile).toEqual({
      total: { gained: '2', possible: '13', percent: '15.38', pending: 1 },
      components: [
        { component: 'theory', gained: '2', possible: '3', percent: '66.67', pending: 0 },
        { component: 'practical', gained: '0', possible: '10', percent: '0', pending: 1 },
      ],
      skills: [
        { skillId: 'x', items: 2, gained: '2', possible: '12', percent: '16.67', pending: 1 },
        { skillId: 'y', items: 1, gained: '0', possible: '1', percent: '0', pending: 0 },
      ],
    });
  });
});
