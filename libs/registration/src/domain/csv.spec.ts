import { csvCell, csvFile } from './csv';

describe('CSV', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+86 138', `"'+86 138"`],
    ['\t@SUM(A1)', `"'\t@SUM(A1)"`],
    ['＝HYPERLINK()', `"'＝HYPERLINK()"`],
    ['王"小"明', '"王""小""明"'],
    [-5, '"-5"'],
  ])('S17: %j becomes %s', (value, cell) => {
    expect(csvCell(value)).toBe(cell);
  });

  it('begins with a byte order mark and ends its lines as the standard says', () => {
    expect(csvFile([['a'], [1]])).toBe('\uFEFF"a"\r\n"1"\r\n');
  });
});
