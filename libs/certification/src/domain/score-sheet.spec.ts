import { points } from '@hz/kernel';
import { bothNames, skillScores } from './score-sheet';

const skill = (skillId: string, gained: string, possible: number) => ({
  skillId,
  gained: points(gained),
  possible: points(possible),
});

describe('scores by skill', () => {
  it('adds up what stands in several results, exactly', () => {
    const sums = skillScores([[skill('b', '0.1', 1), skill('a', '2', 4)], [skill('b', '0.2', 1)]]);
    expect(sums).toEqual([skill('a', '2', 4), skill('b', '0.3', 2)]);
  });

  it('names a skill in both languages where there are two', () => {
    expect(bothNames({ zh: '提示词设计', en: 'Prompt design' })).toBe('提示词设计 Prompt design');
    expect(bothNames({ zh: '提示词设计' })).toBe('提示词设计');
  });
});
