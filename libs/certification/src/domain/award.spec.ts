import { points, type ComponentCode, type ResultId } from '@hz/kernel';
import type { ComponentResult } from '@hz/grading/contract';
import { awardFor, type ReleasedResult } from './award';

const scheme = {
  components: (['theory', 'practical'] as const).map((code) => ({
    code,
    title: { zh: code },
    weight: code === 'theory' ? 40 : 60,
    passMark: points(60),
    outOf: points(100),
  })),
};

function component(code: ComponentCode, percent: number, passed: boolean): ComponentResult {
  const value = points(percent);
  const weight = code === 'theory' ? 40 : 60;
  const scale = { score: value, outOf: points(100), passMark: points(60) };
  return { code, gained: value, possible: points(100), percent: value, weight, passed, ...scale };
}

function result(id: string, total: number, components: ComponentResult[]): ReleasedResult {
  return {
    id: id as ResultId,
    total: { gained: points(total), possible: points(100), percent: points(total) },
    components,
  };
}

describe('the award', () => {
  it('needs every component of the scheme version, and takes the total of its result', () => {
    const passed = result('a', 78.25, [component('theory', 70, true), component('practical', 83.75, true)]);
    expect(awardFor(scheme, [passed])).toMatchObject({
      percent: '78.25',
      components: [{ code: 'theory' }, { code: 'practical' }],
    });
  });

  it.each([
    ['a failed component', [result('a', 70, [component('theory', 50, false), component('practical', 90, true)])]],
    ['a component that is still to come', [result('a', 70, [component('theory', 70, true)])]],
    ['no result', []],
  ])('is not given for %s', (_, results) => {
    expect(awardFor(scheme, results)).toBeNull();
  });

  it('adds up components from several sittings by their weights', () => {
    const results = [
      result('b', 90, [component('practical', 90.1, true)]),
      result('a', 60, [component('theory', 70.5, true), component('practical', 40, false)]),
    ];
    expect(awardFor(scheme, results)).toMatchObject({
      percent: '82.26',
      components: [
        { code: 'theory', resultId: 'a' },
        { code: 'practical', resultId: 'b' },
      ],
    });
  });
});
