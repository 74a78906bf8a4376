import { instant } from '@hz/kernel';
import { quotaDay, secondsToNextQuota } from './quota';

describe('quotas by the day of China', () => {
  it.each([
    ['2026-11-24T15:59:59.000Z', '2026-11-24', 1],
    ['2026-11-24T15:59:59.999Z', '2026-11-24', 1],
    ['2026-11-24T16:00:00.000Z', '2026-11-25', 86_400],
    ['2026-12-31T16:00:00.000Z', '2027-01-01', 86_400],
    ['2026-11-24T06:00:00.000Z', '2026-11-24', 36_000],
  ])('%s counts for %s; %i s to the next', (at, day, seconds) => {
    const now = instant(Date.parse(at));
    expect(quotaDay(now)).toBe(day);
    expect(secondsToNextQuota(now)).toBe(seconds);
  });
});
