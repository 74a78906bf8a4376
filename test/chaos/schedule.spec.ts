import { FAULTS, planOf } from './schedule';

const pace = { faults: FAULTS, quick: false };
const rounds = Array.from({ length: 500 }, (_, round) => planOf('7', round, pace));

describe('the schedule of faults', () => {
  it('is a function of seed and round', () => {
    expect(planOf('7', 3, pace)).toEqual(rounds[3]);
    expect(planOf('8', 3, pace)).not.toEqual(rounds[3]);
  });

  it('has one or two different faults in each round, and each fault in many rounds', () => {
    for (const { faults } of rounds) {
      expect([1, 2]).toContain(faults.length);
      expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
    }
    for (const fault of FAULTS) {
      expect(rounds.filter(({ faults }) => faults.some(({ name }) => name === fault)).length).toBeGreaterThan(15);
    }
  });

  it('freezes for up to twenty seconds, and briefly in a quick run', () => {
    const longest = (quick: boolean) =>
      Math.max(
        ...Array.from({ length: 2_000 }, (_, round) => planOf('7', round, { faults: ['freeze-api'], quick })).flatMap(
          ({ faults }) => faults.map(({ forMs }) => forMs),
        ),
      );
    expect(longest(false)).toBeGreaterThan(19_000);
    expect(longest(false)).toBeLessThanOrEqual(20_000);
    expect(longest(true)).toBeLessThanOrEqual(2_500);
  });
});
