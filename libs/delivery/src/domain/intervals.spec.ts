import fc from 'fast-check';
import { instant } from '@hz/kernel';
import { difference, intersection, lengthOf, union, type Interval } from './intervals';

const stretch = (from: number, to: number): Interval => ({ from: instant(from), to: instant(to) });
const shown = (list: readonly Interval[]) => list.map(({ from, to }) => [from, to]);
const any = fc.array(
  fc.tuple(fc.nat(60), fc.nat(20)).map(([from, length]) => stretch(from, from + length)),
  { maxLength: 8 },
);
/** The truth, second by second. */
const seconds = (list: readonly Interval[]) =>
  new Set(list.flatMap(({ from, to }) => Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)));

describe('stretches of time', () => {
  it('are merged where they touch, and taken apart where they do not', () => {
    expect(shown(union([stretch(5, 7), stretch(0, 2), stretch(2, 4), stretch(9, 9)]))).toEqual([
      [0, 4],
      [5, 7],
    ]);
    expect(shown(difference([stretch(0, 10)], [stretch(2, 3), stretch(5, 6)]))).toEqual([
      [0, 2],
      [3, 5],
      [6, 10],
    ]);
    expect(shown(difference([stretch(0, 10)], [stretch(0, 10)]))).toEqual([]);
  });

  it('agree with sets of seconds', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const [inA, inB] = [seconds(a), seconds(b)];
        const expectSame = (list: Interval[], truth: Set<number>) => {
          expect([...seconds(list)].sort((x, y) => x - y)).toEqual([...truth].sort((x, y) => x - y));
          expect(lengthOf(list)).toBe(truth.size);
          list.slice(1).forEach(({ from }, index) => expect(from).toBeGreaterThanOrEqual(list[index]!.to));
        };
        expectSame(union(a), inA);
        expectSame(intersection(a, b), new Set([...inA].filter((second) => inB.has(second))));
        expectSame(difference(a, b), new Set([...inA].filter((second) => !inB.has(second))));
      }),
    );
  });
});
