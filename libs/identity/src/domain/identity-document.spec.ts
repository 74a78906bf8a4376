import { isDocumentNumber, maskedNumber, normalizedNumber } from './identity-document';

describe('identity documents', () => {
  it.each([
    ['resident-id', '11010519491231002X', true],
    ['passport', 'E12345678', true],
    ['passport', 'ABCDEFGH', false],
    ['hk-mo-permit', 'H12345678', true],
    ['hk-mo-permit', 'K12345678', false],
    ['tw-permit', '12345678', true],
    ['tw-permit', '123456', false],
  ] as const)('%s %s → %s', (type, number, valid) => {
    expect(isDocumentNumber(type, number, '2026-11-24')).toBe(valid);
  });

  it('P10: shows a few characters at the ends and no more', () => {
    expect(maskedNumber('11010519491231002X')).toBe('110***********002X');
    expect(maskedNumber('E12345678')).toBe('E1*****78');
  });

  it('reads full-width and spaced numbers as the same', () => {
    expect(normalizedNumber(' １１０１０５ 19491231-002x ')).toBe('11010519491231002X');
  });
});
