import { points, type Points } from '@hz/kernel';
import { componentVerdict } from './component-verdict';

const theory = (passMark: string, outOf = '100') => ({
  code: 'theory' as const,
  weight: 30,
  passMark: points(passMark),
  outOf: points(outOf),
});
const sat = (gained: string, possible: string) => ({ gained: points(gained), possible: points(possible) });

describe('the verdict on a component', () => {
  it.each<[string, string, string, string, string, boolean, string, string]>([
    // what, gained, possible, pass mark, out of, passed, score, percent
    ['exactly the pass mark', '60', '100', '60', '100', true, '60', '60'],
    ['59.995 is not 60, and does not read like it', '59.995', '100', '60', '100', false, '59.99', '59.99'],
    ['59.9999', '59.9999', '100', '60', '100', false, '59.99', '59.99'],
    ['just above', '60.0001', '100', '60', '100', true, '60', '60'],
    ['a form of other points', '27', '45', '60', '100', true, '60', '60'],
    ['a third is never rounded up', '1', '3', '33.34', '100', false, '33.33', '33.33'],
    [
      'two thirds against a pass mark that it misses by less than a hundredth',
      '2',
      '3',
      '66.67',
      '100',
      false,
      '66.66',
      '66.66',
    ],
    ['two thirds against one below', '2', '3', '66.66', '100', true, '66.66', '66.66'],
    ['a scale of 75', '45', '75', '45', '75', true, '45', '60'],
    ['a scale of 75, from 90 points', '53.9999', '90', '45', '75', false, '44.99', '59.99'],
    ['nothing gained', '0', '80', '60', '100', false, '0', '0'],
    ['a pass mark of nothing', '0', '80', '0', '100', true, '0', '0'],
    ['all of it', '80', '80', '100', '100', true, '100', '100'],
    ['a decimal that no binary float can hold', '0.3', '0.5', '60', '100', true, '60', '60'],
  ])('%s', (_, gained, possible, passMark, outOf, passed, score, percent) => {
    expect(componentVerdict(theory(passMark, outOf), sat(gained, possible))).toEqual({
      code: 'theory',
      weight: 30,
      gained: points(gained),
      possible: points(possible),
      passMark: points(passMark),
      outOf: points(outOf),
      passed,
      score,
      percent,
    });
  });

  it('shows a score that gives the same verdict as the exact one, for every pass mark with two places', () => {
    for (let gained = 0; gained <= 700; gained += 1) {
      const verdict = componentVerdict(theory('57.14'), sat(String(gained), '700'));
      expect(Number(verdict.score) >= 57.14).toBe(verdict.passed);
    }
  });

  it('needs something that could be gained', () => {
    expect(() => componentVerdict(theory('60'), sat('0', '0' as Points))).toThrow(RangeError);
  });
});
