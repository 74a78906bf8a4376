import fc from 'fast-check';
import { hasRightCheckCharacter, instant, LEVELS } from '@hz/kernel';
import { certificateNumber, MAX_SERIAL, seriesOf } from './certificate-number';

const at = instant(Date.UTC(2026, 10, 24));

describe('certificate numbers', () => {
  it('are written by one rule', () => {
    expect(certificateNumber({ achievedAt: at, roleNo: 12, level: 'L4', serial: 17 })).toMatch(
      /^HZ-2026-124-000017-[0-9A-Z]$/,
    );
    expect(certificateNumber({ achievedAt: at, roleNo: 3, level: 'L1', serial: MAX_SERIAL })).toMatch(
      /^HZ-2026-031-999999-[0-9A-Z]$/,
    );
  });

  it('take the year in China', () => {
    const parts = { roleNo: 1, level: 'L5' } as const;
    expect(seriesOf({ ...parts, achievedAt: instant(Date.UTC(2026, 11, 31, 15, 59, 59)) })).toBe('HZ-2026-015');
    expect(seriesOf({ ...parts, achievedAt: instant(Date.UTC(2026, 11, 31, 16)) })).toBe('HZ-2027-015');
  });

  it.each([0, 100, 1.5, -1])('refuse role number %d', (roleNo) => {
    expect(() => seriesOf({ achievedAt: at, roleNo, level: 'L4' })).toThrow(RangeError);
  });

  it.each([0, MAX_SERIAL + 1, 2.5])('refuse serial %d', (serial) => {
    expect(() => certificateNumber({ achievedAt: at, roleNo: 1, level: 'L4', serial })).toThrow(RangeError);
  });

  const anyNumber = fc
    .record({
      roleNo: fc.integer({ min: 1, max: 99 }),
      level: fc.constantFrom(...LEVELS),
      serial: fc.integer({ min: 1, max: MAX_SERIAL }),
    })
    .map((parts) => certificateNumber({ achievedAt: at, ...parts }).replaceAll('-', ''));

  it('show every single mistyped character', () => {
    const alphabet = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
    fc.assert(
      fc.property(anyNumber, fc.nat({ max: 15 }), fc.constantFrom(...alphabet), (number, place, wrong) => {
        fc.pre(place < number.length && number[place] !== wrong);
        expect(hasRightCheckCharacter(number)).toBe(true);
        expect(hasRightCheckCharacter(number.slice(0, place) + wrong + number.slice(place + 1))).toBe(false);
      }),
    );
  });
});
