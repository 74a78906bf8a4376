/** What a spreadsheet would take for a formula, also behind full-width forms and control characters. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;

/** One cell of a CSV file: quoted, and with an apostrophe before what a spreadsheet would calculate. */
export function csvCell(value: string | number): string {
  const text = String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** A CSV file (RFC 4180) with a byte order mark, so that spreadsheets read Chinese right. */
export function csvFile(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}
