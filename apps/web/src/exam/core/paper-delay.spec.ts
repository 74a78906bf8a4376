import fc from 'fast-check';
import { paperDelay } from './paper-delay';

const MINUTE = 60_000;

describe('when the sealed paper is fetched', () => {
  it.each([
    [
      'within three minutes when there is much time',
      { leftMs: 60 * MINUTE, isReload: false, random: 0.5 },
      1.5 * MINUTE,
    ],
    [
      'within the time left but for the last minute',
      { leftMs: 2 * MINUTE, isReload: false, random: 0.5 },
      0.5 * MINUTE,
    ],
    ['at once in the last minute', { leftMs: MINUTE, isReload: false, random: 0.9 }, 0],
    ['at once after the opening', { leftMs: -5 * MINUTE, isReload: false, random: 0.9 }, 0],
    ['at once on a reload', { leftMs: 60 * MINUTE, isReload: true, random: 0.9 }, 0],
  ])('%s', (_, given, expected) => {
    expect(paperDelay(given)).toBe(expected);
  });

  it('always a minute before the opening, whatever chance says', () => {
    const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: MINUTE, max: 1_000 * MINUTE }), random, (leftMs, chance) => {
        const delay = paperDelay({ leftMs, isReload: false, random: chance });
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(Math.min(3 * MINUTE, leftMs - MINUTE));
      }),
    );
  });
});
