import { pauseAfter, PAUSES_MS } from './schedule';

describe('the pauses between attempts', () => {
  it('grow, spread by a fifth, and end after about three days', () => {
    PAUSES_MS.forEach((pause, index) => {
      expect(pauseAfter(index + 1, 0)).toBe(pause * 0.8);
      expect(pauseAfter(index + 1, 0.5)).toBe(pause);
      expect(pauseAfter(index + 1, 1)).toBe(pause * 1.2);
    });
    expect(pauseAfter(PAUSES_MS.length + 1, 0.5)).toBeNull();
    expect([...PAUSES_MS].sort((a, b) => a - b)).toEqual([...PAUSES_MS]);
    const days = PAUSES_MS.reduce<number>((sum, pause) => sum + pause, 0) / 86_400_000;
    expect(days).toBeGreaterThan(3);
    expect(days).toBeLessThan(4);
  });
});
