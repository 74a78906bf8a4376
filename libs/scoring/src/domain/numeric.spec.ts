import fc from 'fast-check';
import { parseNumber } from './numeric';

describe('numbers as people type them', () => {
  it.each([
    ['12', '12'],
    ['+12', '12'],
    ['-0', '0'],
    ['０．７５', '0.75'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['1 234', '1234'],
    ['1,234,567.89', '1234567.89'],
    ['1E3', '1000'],
    ['1.5e-3', '0.0015'],
    ['2*10^4', '20000'],
    ['2x10^-1', '0.2'],
    ['①', '1'],
  ])('reads %s as %s', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each([
    '',
    'x',
    '1.2.3',
    '1,23',
    '--1',
    '1e',
    'e5',
    '0x1F',
    'Infinity',
    'NaN',
    '1e100',
    '1'.repeat(81),
    '一',
    '1/2',
    '75%',
  ])('refuses %s', (text) => {
    expect(parseNumber(text)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.array(fc.string(), { maxLength: 2 }),
        (text, units) => {
          const value = parseNumber(text, units);
          expect(value === null || /^-?\d+(\.\d+)?$/.test(value)).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('reads back every decimal that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        const text = String(number);
        fc.pre(!/e[+-]?\d{3}/.test(text));
        expect(Number(parseNumber(text))).toBe(number + 0);
      }),
    );
  });
});
