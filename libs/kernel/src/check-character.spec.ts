import fc from 'fast-check';
import { checkCharacterOf, hasRightCheckCharacter } from './check-character';

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const code = fc.array(fc.constantFrom(...letters), { minLength: 4, maxLength: 16 }).map((list) => list.join(''));

describe('check characters (ISO/IEC 7064, MOD 37,36)', () => {
  // Global Release Identifier of the IFPI's manual, which uses this system.
  it('agrees with a published identifier', () => {
    expect(checkCharacterOf('A12425GABC1234002')).toBe('M');
  });

  it('finds every single wrong character', () => {
    fc.assert(
      fc.property(code, fc.nat(), fc.integer({ min: 1, max: 35 }), (text, at, change) => {
        const place = at % text.length;
        const wrong = letters[(letters.indexOf(text[place]!) + change) % 36]!;
        const mutant = text.slice(0, place) + wrong + text.slice(place + 1) + checkCharacterOf(text);
        expect(hasRightCheckCharacter(mutant)).toBe(false);
      }),
    );
  });

  it('passes over hyphens', () => {
    expect(checkCharacterOf('AB-12')).toBe(checkCharacterOf('AB12'));
  });
});
