import { maskedName } from '../contract';
import { nameKey, normalizedNumber } from './names';

describe('names and numbers as people type them', () => {
  it.each([
    ['阿依古丽 · 买买提', '阿依古丽买买提'],
    ['ＷＡＮＧ Xiaoming', 'wangxiaoming'],
    ['O’Neil-Smith', 'oneilsmith'],
  ])('%s is compared as %s', (typed, key) => {
    expect(nameKey(typed)).toBe(key);
  });

  it('masks a name and its length (P10)', () => {
    expect(maskedName('王小明')).toBe('王**');
    expect(maskedName('李明')).toBe('李**');
    expect(maskedName(' Anna Maria Schmidt ')).toBe('A** M** S**');
    expect(maskedName('𠮷田')).toBe('𠮷**');
  });

  it.each([' hz2026134000001x ', 'ＨＺ-2026-134-000001-X', 'HZ 2026 134 000001 X', 'HZ–2026–134–000001–x'])(
    '%s is read as a number',
    (typed) => {
      expect(normalizedNumber(typed)).toBe('HZ-2026-134-000001-X');
    },
  );

  it('leaves what is no number as letters and digits', () => {
    expect(normalizedNumber("x'; DROP")).toBe('XDROP');
  });
});
