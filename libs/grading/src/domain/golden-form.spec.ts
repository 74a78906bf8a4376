import { points } from '@hz/kernel';
import { pointsByRubric, profileOf, scoreForm } from '@hz/scoring';
import { GOLDEN_FORM, GOLDEN_RUBRIC } from './golden-form.fixture';
import { resultBodyOf } from './result-body';

const items = GOLDEN_FORM.map(({ item }) => item);
const responses = Object.fromEntries(
  GOLDEN_FORM.flatMap(({ item, response }) => (response === undefined ? [] : [[item.ref, response]])),
);
const scheme = {
  components: [
    { code: 'theory' as const, title: { zh: '理论' }, weight: 40, passMark: points('60'), outOf: points('100') },
    { code: 'practical' as const, title: { zh: '技能' }, weight: 60, passMark: points('60'), outOf: points('100') },
  ],
};

describe('a whole form with every item type', () => {
  const outcome = scoreForm({ items }, responses);

  it('gives each item the points that it must have', () => {
    expect(outcome.items.map(({ ref, points: gained, detail }) => [ref, gained, detail.verdict])).toEqual(
      GOLDEN_FORM.map(({ item, gains, verdict }) => [item.ref, gains, verdict]),
    );
  });

  it('P5 gives the same result in any order of the responses', () => {
    const reversed = Object.fromEntries(Object.entries(responses).reverse());
    expect(scoreForm({ items }, reversed)).toEqual(outcome);
  });

  it('comes to the result that was worked out by hand', () => {
    const marked = pointsByRubric(GOLDEN_RUBRIC, { c1: points('4'), c2: points('1.5') });
    if (!marked.complete) throw new Error('the marks are complete');
    const gained = outcome.items.map(({ ref, points: given }) => ({ ref, points: given ?? marked.points }));
    expect(resultBodyOf(scheme, profileOf(items, gained))).toEqual({
      // theory 12 of 24; practical 1.3333 + 2 + 1 + 5.5 + 0 = 9.8333 of 18; 40 × 12/24 + 60 × 9.8333/18 = 52.777…
      total: { gained: '21.8333', possible: '42', percent: '52.77' },
      outcome: 'failed',
      missing: [],
      components: [
        expect.objectContaining({
          code: 'theory',
          gained: '12',
          possible: '24',
          percent: '50',
          score: '50',
          passed: false,
        }),
        expect.objectContaining({
          code: 'practical',
          gained: '9.8333',
          possible: '18',
          percent: '54.62',
          passed: false,
        }),
      ],
      skills: [
        { skillId: 'evaluation', gained: '6.8333', possible: '11', percent: '62.12', items: 4 },
        { skillId: 'prompt-design', gained: '10.5', possible: '24', percent: '43.75', items: 8 },
        { skillId: 'statistics', gained: '4.5', possible: '7', percent: '64.29', items: 4 },
      ],
    });
  });
});
