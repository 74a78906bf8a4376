import { hasRightCheckCharacter, instant, MS_PER_DAY } from '@hz/kernel';
import { maySitAgain } from './sittings';
import { ticketNo } from './ticket-no';

const day = (n: number) => instant(n * MS_PER_DAY);

describe('how often one may sit', () => {
  it.each([
    [[], 3, 30, 10, { ok: true }],
    [[1, 2, 3], 3, 0, 10, { ok: false, why: 'none-left', allowed: 3 }],
    [[1], 3, 30, 10, { ok: false, why: 'too-early', from: day(31) }],
    [[1], 3, 30, 31, { ok: true }],
    [[5, 1], 3, 3, 7, { ok: false, why: 'too-early', from: day(8) }],
  ])('after %j, %i allowed, %i days between, on day %i', (ends, attemptsAllowed, waitingDays, opens, verdict) => {
    expect(maySitAgain(ends.map(day), { attemptsAllowed, waitingDays }, day(opens))).toEqual(verdict);
  });
});

describe('ticket numbers', () => {
  it('carry the year, a running number and a check character', () => {
    expect(ticketNo(2026, 1_234)).toMatch(/^2600001234.$/);
    expect(hasRightCheckCharacter(ticketNo(2026, 1))).toBe(true);
    expect(() => ticketNo(2026, 100_000_000)).toThrow(RangeError);
  });
});
