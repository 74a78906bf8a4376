import { points, type Points } from '@hz/kernel';
import type { Rubric } from '../contract';
import { maxByRubric, pointsByRubric } from './rubric';

const level = (value: string) => ({ points: points(value), text: { zh: '档', en: 'level' } });
const rubric: Rubric = {
  criteria: [
    { id: 'c1', title: { zh: '甲', en: 'one' }, levels: [level('0'), level('2'), level('4')] },
    { id: 'c2', title: { zh: '乙', en: 'two' }, levels: [level('0'), level('1.5')] },
  ],
};
const marks = (values: Record<string, string>) =>
  Object.fromEntries(Object.entries(values).map(([id, value]) => [id, points(value)])) as Record<string, Points>;

describe('marking by a rubric', () => {
  it('can give the sum of the highest levels', () => {
    expect(maxByRubric(rubric)).toBe('5.5');
  });
  it.each([
    [
      { c1: '2', c2: '1.5' },
      { complete: true, points: '3.5' },
    ],
    [{ c1: '2' }, { complete: false, missing: ['c2'], notALevel: [] }],
    [
      { c1: '3', c2: '0' },
      { complete: false, missing: [], notALevel: ['c1'] },
    ],
    [
      { c1: '2', c2: '0', c9: '1' },
      { complete: false, missing: [], notALevel: ['c9'] },
    ],
  ])('%j gives %j', (given, verdict) => {
    expect(pointsByRubric(rubric, marks(given))).toEqual(verdict);
  });
});
