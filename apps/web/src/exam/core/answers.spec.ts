import type { Interaction } from '@hz/kernel';
import { chosenByLetter, completenessOf, moved, orderOf, toggled, typed, withPart } from './answers';

const choices = ['a', 'b', 'c'].map((id) => ({ id, text: { zh: id } }));
const several: Interaction = { type: 'multiple-response', choices, shuffle: false, maxChoices: 2 };
const match: Interaction = { type: 'match', sources: choices, targets: choices, shuffle: false };

describe('answers', () => {
  it('ticks in the order of the options, up to the limit, and unticks', () => {
    const ids = ['a', 'b', 'c'];
    expect(toggled(ids, null, 'c', 2)).toEqual(['c']);
    expect(toggled(ids, ['c'], 'a', 2)).toEqual(['a', 'c']);
    expect(toggled(ids, ['a', 'c'], 'b', 2)).toEqual(['a', 'c']);
    expect(toggled(ids, ['a', 'c'], 'a', 2)).toEqual(['c']);
    expect(toggled(ids, ['c'], 'c', 2)).toBeNull();
    expect(toggled(ids, ['a', 'c'], 'b', 0)).toEqual(['a', 'b', 'c']);
  });

  it('moves without dragging', () => {
    expect(moved(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b']);
    expect(moved(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a']);
    expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c']);
    expect(moved(['a', 'b', 'c'], 'a', 3)).toEqual(['a', 'b', 'c']);
    expect(orderOf(['a', 'b', 'c'], ['c', 'x'])).toEqual(['c', 'a', 'b']);
  });

  it('sets and clears parts', () => {
    expect(withPart(null, 'a', 'b')).toEqual({ a: 'b' });
    expect(withPart({ a: 'b' }, 'a', '')).toBeNull();
    expect(typed('')).toBeNull();
  });

  it('knows unanswered, partly and answered', () => {
    expect(completenessOf(match, null)).toBe('unanswered');
    expect(completenessOf(match, { a: 'b' })).toBe('partly');
    expect(completenessOf(match, { a: 'b', b: 'b', c: 'a' })).toBe('answered');
    expect(completenessOf({ type: 'text-entry', maxLength: 10 }, '  ')).toBe('unanswered');
    expect(completenessOf(several, ['a'])).toBe('answered');
  });

  it('chooses by letter', () => {
    expect(chosenByLetter({ type: 'true-false' }, null, 1)).toBe('false');
    expect(chosenByLetter(several, ['b'], 0)).toEqual(['a', 'b']);
    expect(chosenByLetter(several, ['b'], 7)).toBeUndefined();
    expect(chosenByLetter(match, null, 0)).toBeUndefined();
  });
});
