export type CsvValue = string | number | null | undefined;

const BOM = '\uFEFF';

/** A cell that no spreadsheet takes for a formula (OWASP: CSV injection). */
export function csvCell(value: CsvValue): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A file that spreadsheets open with its Chinese intact. */
export const csvText = (rows: readonly (readonly CsvValue[])[]): string =>
  BOM + rows.map((row) => row.map(csvCell).join(',')).join('\r\n') + '\r\n';

export function downloadText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
