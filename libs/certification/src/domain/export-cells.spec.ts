import { points } from '@hz/kernel';
import { EXPORT_FIELDS, type ExportField } from '../contract';
import {
  creditsFor,
  exportCell,
  exportLine,
  LEARNING_OUTCOME_COLUMNS,
  LOOK_UP_COLUMNS,
  mappedCells,
} from './export-cells';

describe('the cells of an export', () => {
  it.each([
    ['=1+1', `"'=1+1"`],
    ['+cmd', `"'+cmd"`],
    ['-2+3', `"'-2+3"`],
    ['@x', `"'@x"`],
    ['\t=1', `"'\t=1"`],
    ['＝1', `"'＝1"`],
    ['-12.5', '"-12.5"'],
    ['欧阳"晓"明', '"欧阳""晓""明"'],
    ['a,b\nc', '"a,b\nc"'],
    ['', '""'],
  ])('%j is written %s', (text, written) => {
    expect(exportCell(text)).toBe(written);
  });

  it('follow the mapping: fields and constants in its order', () => {
    const facts = Object.fromEntries(EXPORT_FIELDS.map((field) => [field, `<${field}>`])) as Record<
      ExportField,
      string
    >;
    const columns = [
      { header: 'b', constant: '1' },
      { header: 'a', field: 'number' as const },
    ];
    expect(exportLine(mappedCells(columns, facts))).toBe('"1","<number>"\r\n');
    for (const given of [LEARNING_OUTCOME_COLUMNS, LOOK_UP_COLUMNS])
      expect(mappedCells(given, facts)).toHaveLength(given.length);
  });
});

describe('credits', () => {
  it.each([
    ['60', '4'],
    ['79.99', '4'],
    ['80', '5'],
    ['100', '6.5'],
  ])('of %s percent are %s', (percent, credits) => {
    const bands = [
      { fromPercent: 80, credits: points(5) },
      { fromPercent: 0, credits: points(4) },
      { fromPercent: 95, credits: points('6.5') },
    ];
    expect(creditsFor({ bands }, points(percent))).toBe(credits);
  });
});
