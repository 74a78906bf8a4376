import fc from 'fast-check';
import { checkCharacter, isResidentId } from './resident-id';

const TODAY = '2026-11-24';

describe('resident identity numbers (GB 11643)', () => {
  it.each([
    ['11010519491231002X', true, 'the example of the standard'],
    ['440524188001010014', false, 'born before 1900'],
    ['110105194912310021', false, 'wrong check character'],
    ['11010519490231002X', false, '31 February'],
    ['11010520991231002X', false, 'not born yet'],
    ['1101051949123100', false, 'too short'],
    ['01010519491231002X', false, 'no such region'],
    ['11010519491231002x', false, 'small x is normalised before'],
    ['', false, 'empty'],
  ])('%s → %s (%s)', (number, valid) => {
    expect(isResidentId(number, TODAY)).toBe(valid);
  });

  it('any single wrong digit is found', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const right = '11010519491231002';
        const digit = (Number(right[place]) + change) % 10;
        const wrong = right.slice(0, place) + String(digit) + right.slice(place + 1);
        expect(checkCharacter(wrong)).not.toBe(checkCharacter(right));
      }),
    );
  });
});
