import { comparePoints, points, type Points } from '@hz/kernel';
import type { CreditRule, ExportColumn, ExportField } from '../contract';

/** What a spreadsheet would take for a formula, also behind full-width forms and control characters. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** One cell of a CSV file (RFC 4180): quoted, and with an apostrophe before what a spreadsheet would calculate. A plain number stays one. */
export function exportCell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

export const exportLine = (cells: readonly string[]): string => `${cells.map(exportCell).join(',')}\r\n`;

/** The cells of one certificate, by a mapping. */
export function mappedCells(columns: readonly ExportColumn[], facts: Readonly<Record<ExportField, string>>): string[] {
  return columns.map((column) => ('constant' in column ? column.constant : facts[column.field]));
}

/** Credits by the highest band that the percentage reaches. */
export function creditsFor({ bands }: CreditRule, percent: Points): Points {
  const reached = bands.filter(({ fromPercent }) => comparePoints(percent, points(fromPercent)) >= 0);
  return reached.reduce((best, band) => (band.fromPercent > best.fromPercent ? band : best)).credits;
}

/** The level as the national standard names it. */
export const LEVEL_NAME_ZH = {
  L1: '一级/高级技师',
  L2: '二级/技师',
  L3: '三级/高级工',
  L4: '四级/中级工',
  L5: '五级/初级工',
} as const;

/** One learning outcome for a credit bank (学分银行): which certificate, by whom, when, how much it is worth. */
export const LEARNING_OUTCOME_COLUMNS: readonly ExportColumn[] = [
  { header: '学习成果编号', field: 'number' },
  { header: '学习成果名称', field: 'titleZh' },
  { header: '学习成果类型', constant: '职业技能等级证书' },
  { header: '等级', field: 'levelZh' },
  { header: '姓名', field: 'holderName' },
  { header: '证件类型', field: 'documentType' },
  { header: '证件号码', field: 'documentNumber' },
  { header: '取得日期', field: 'achievedDay' },
  { header: '颁发机构', field: 'issuer' },
  { header: '成绩', field: 'percent' },
  { header: '学分', field: 'credits' },
  { header: '对应能力', field: 'skills' },
  { header: '状态', field: 'status' },
];

/** A beginning for a national look-up format; names of columns differ from one table to another and are edited. */
export const LOOK_UP_COLUMNS: readonly ExportColumn[] = [
  { header: '姓名', field: 'holderName' },
  { header: '证件类型', field: 'documentType' },
  { header: '证件号码', field: 'documentNumber' },
  { header: '职业名称', field: 'roleZh' },
  { header: '职业技能等级', field: 'levelZh' },
  { header: '理论成绩', field: 'theoryScore' },
  { header: '技能成绩', field: 'practicalScore' },
  { header: '证书编号', field: 'number' },
  { header: '发证日期', field: 'issuedDayCompact' },
  { header: '评价机构', field: 'issuer' },
];
