import type { SchemeBody } from '@hz/competency/contract';
import { points, type ComponentCode } from '@hz/kernel';
import { profileOf } from '@hz/scoring';
import { resultBodyOf } from './result-body';

type Component = SchemeBody['components'][number];
const part = (code: ComponentCode, weight: number, passMark = '60'): Component => ({
  code,
  weight,
  title: { zh: code },
  passMark: points(passMark),
  outOf: points('100'),
});
const scheme = (...components: Component[]) => ({ components });
/** A form with one item per entry: component, possible, gained. */
const profile = (...rows: [ComponentCode, string, string | null][]) => {
  const items = rows.map(([component, possible], index) => ({
    ref: `i${index}`,
    component,
    skillId: index % 2 === 0 ? 'prompt-design' : 'evaluation',
    points: points(possible),
  }));
  return profileOf(
    items,
    rows.map(([, , gained], index) => ({ ref: `i${index}`, points: gained === null ? null : points(gained) })),
  );
};
const two = scheme(part('theory', 30), part('practical', 70));

describe('the result', () => {
  it.each([
    ['both passed', two, profile(['theory', '10', '6'], ['practical', '20', '12']), 'passed', '60'],
    ['one failed', two, profile(['theory', '10', '5.9'], ['practical', '20', '20']), 'failed', '87.7'],
    [
      'a high total does not heal a failed part',
      two,
      profile(['theory', '10', '0'], ['practical', '20', '20']),
      'failed',
      '70',
    ],
    [
      'thirds add up before they are cut off',
      two,
      profile(['theory', '3', '1'], ['practical', '3', '2']),
      'failed',
      '56.66',
    ],
    [
      'weights and not points decide',
      two,
      profile(['theory', '1000', '1000'], ['practical', '1', '0']),
      'failed',
      '30',
    ],
    ['all of it', two, profile(['theory', '7', '7'], ['practical', '3', '3']), 'passed', '100'],
  ] as const)('%s', (_, rules, points_, outcome, percent) => {
    expect(resultBodyOf(rules, points_)).toMatchObject({ outcome, total: { percent }, missing: [] });
  });

  it('is incomplete when a component has no items and the others are passed; the total weighs what was sat', () => {
    const three = scheme(part('theory', 30), part('practical', 50), part('review', 20));
    const body = resultBodyOf(three, profile(['theory', '10', '10'], ['practical', '10', '6']));
    // (30 × 1 + 50 × 0.6) ÷ 80
    expect(body).toMatchObject({ outcome: 'incomplete', missing: ['review'], total: { percent: '75' } });
    expect(body.components.map(({ code, passed }) => [code, passed])).toEqual([
      ['theory', true],
      ['practical', true],
    ]);
  });

  it('is failed, not incomplete, when a component that was sat is not passed', () => {
    const three = scheme(part('theory', 30), part('practical', 50), part('review', 20));
    expect(resultBodyOf(three, profile(['theory', '10', '5'], ['practical', '10', '9'])).outcome).toBe('failed');
  });

  it('is nothing of nothing for a form that has no component of the scheme', () => {
    expect(resultBodyOf(scheme(part('review', 100)), profile(['theory', '10', '10']))).toMatchObject({
      outcome: 'incomplete',
      missing: ['review'],
      components: [],
      total: { gained: '0', possible: '0', percent: '0' },
    });
  });

  it('gives the profile by skill', () => {
    const body = resultBodyOf(
      two,
      profile(['theory', '10', '6'], ['practical', '20', '15'], ['practical', '10', '10']),
    );
    expect(body.skills).toEqual([
      { skillId: 'evaluation', gained: '15', possible: '20', percent: '75', items: 1 },
      { skillId: 'prompt-design', gained: '16', possible: '20', percent: '80', items: 2 },
    ]);
    expect(body.total).toEqual({ gained: '31', possible: '40', percent: '76.33' });
  });

  it('is not given while a response waits for its marker', () => {
    expect(() => resultBodyOf(two, profile(['theory', '10', null], ['practical', '10', '9']))).toThrow(RangeError);
  });
});
