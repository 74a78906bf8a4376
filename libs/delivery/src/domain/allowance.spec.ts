import fc from 'fast-check';
import { taken } from './allowance';

const ALLOWED = { perSecond: 10, atOnce: 100 };

describe('the allowance of an attempt', () => {
  it('a backlog is taken at once, and then as much as comes in', () => {
    expect(taken(null, ALLOWED, 100, 0)).toEqual({ fullAt: 10_000 });
    expect(taken(10_000, ALLOWED, 1, 50)).toEqual({ waitMs: 50 });
    expect(taken(10_000, ALLOWED, 1, 100)).toEqual({ fullAt: 10_100 });
  });

  it('a pause fills it, but not beyond its size', () => {
    expect(taken(10_000, ALLOWED, 1, 3_600_000)).toEqual({ fullAt: 3_600_100 });
  });

  it('a call larger than all of it is not refused for ever, but owed', () => {
    expect(taken(null, ALLOWED, 150, 0)).toEqual({ fullAt: 15_000 });
    expect(taken(15_000, ALLOWED, 1, 0)).toEqual({ waitMs: 5_100 });
  });

  it('never gives more than the size and what came in, and always after the wait that it asked for', () => {
    const calls = fc.array(fc.record({ count: fc.integer({ min: 1, max: 50 }), pauseMs: fc.nat(2_000) }), {
      maxLength: 80,
    });
    const allowed = fc.record({
      perSecond: fc.double({ min: 0.1, max: 1_000, noNaN: true }),
      atOnce: fc.integer({ min: 50, max: 500 }),
    });
    fc.assert(
      fc.property(calls, allowed, (each, limit) => {
        let [now, given]: [number, number] = [0, 0];
        let fullAt: number | null = null;
        for (const { count, pauseMs } of each) {
          now += pauseMs;
          let taking = taken(fullAt, limit, count, now);
          if ('waitMs' in taking) {
            now += taking.waitMs;
            taking = taken(fullAt, limit, count, now);
          }
          if (!('fullAt' in taking)) throw new Error('refused after the wait');
          fullAt = taking.fullAt;
          given += count;
          expect(given).toBeLessThanOrEqual(limit.atOnce + (now / 1_000) * limit.perSecond + 1e-3);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
