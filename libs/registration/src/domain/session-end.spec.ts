import { instant, MS_PER_MINUTE } from '@hz/kernel';
import type { SessionRules } from '../contract';
import { latestEnd } from './session-end';

const rules = { durationMinutes: 90, graceSeconds: 60 } as SessionRules;

describe('when nobody can be at work any more', () => {
  it.each([
    [{ extraTimePercent: 0, breakMinutes: 0 }, 91],
    [{ extraTimePercent: 50, breakMinutes: 0 }, 136],
    [{ extraTimePercent: 50, breakMinutes: 10 }, 146],
  ])('with at most %j: %i minutes after the window', (largest, minutes) => {
    expect(latestEnd(instant(0), rules, largest)).toBe(minutes * MS_PER_MINUTE);
  });
});
