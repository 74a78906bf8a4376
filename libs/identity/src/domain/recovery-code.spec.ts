import { grouped, normalizedRecoveryCode, RECOVERY_ALPHABET } from './recovery-code';

describe('recovery codes', () => {
  it.each([
    ['abcd-efgh-jkmn', 'abcdefghjkmn'],
    [' ABCD efgh JKMN ', 'abcdefghjkmn'],
    ['OIL0-0000-0000', '011000000000'],
  ])('%s reads as %s', (typed, code) => {
    expect(normalizedRecoveryCode(typed)).toBe(code);
  });

  it('stand in groups of four and read back as they were', () => {
    expect(grouped('abcdefghjkmn')).toBe('abcd-efgh-jkmn');
    expect(normalizedRecoveryCode(grouped(RECOVERY_ALPHABET))).toBe(RECOVERY_ALPHABET);
  });
});
