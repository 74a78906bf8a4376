import { seatsIn, seatsText } from './seats';

describe('seats', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['15', [15]],
    ['1-3, 15', [1, 2, 3, 15]],
    ['3–1', undefined],
    ['3，1-2、2', [1, 2, 3]],
    ['0', undefined],
    ['a', undefined],
    ['1-', undefined],
    ['1-9999999', undefined],
  ])('“%s” are %j', (text, seats) => {
    expect(seatsIn(text)).toEqual(seats);
  });

  it('are written as runs', () => {
    expect(seatsText([1, 2, 3, 7, 9, 10])).toBe('1–3, 7, 9–10');
  });
});
