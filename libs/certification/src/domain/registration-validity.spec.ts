import { instant, toIso } from '@hz/kernel';
import { registrationEndsAt } from './registration-validity';

const china = (text: string) => instant(Date.parse(`${text}+08:00`));

describe('the end of a registration', () => {
  it.each([
    ['2026-11-24T14:30:00.123', 36, '2029-11-24T14:30:00.123'],
    ['2026-01-31T09:00:00', 1, '2026-02-28T09:00:00'],
    ['2028-01-31T09:00:00', 1, '2028-02-29T09:00:00'],
    ['2028-02-29T09:00:00', 12, '2029-02-28T09:00:00'],
    ['2028-02-29T09:00:00', 48, '2032-02-29T09:00:00'],
    ['2026-08-31T00:00:00', 6, '2027-02-28T00:00:00'],
    ['2026-12-15T23:59:59', 1, '2027-01-15T23:59:59'],
    // Just after midnight in China the day before is still running in UTC.
    ['2026-03-01T00:30:00', 12, '2027-03-01T00:30:00'],
    ['2026-05-31T07:59:59', 1, '2026-06-30T07:59:59'],
    ['2026-11-24T10:00:00', 600, '2076-11-24T10:00:00'],
  ])('%s and %d months → %s', (from, months, end) => {
    expect(toIso(registrationEndsAt(china(from), months))).toBe(toIso(china(end)));
  });

  it.each([0, -1, 1.5])('refuses %d months', (months) => {
    expect(() => registrationEndsAt(china('2026-11-24T10:00:00'), months)).toThrow(RangeError);
  });
});
