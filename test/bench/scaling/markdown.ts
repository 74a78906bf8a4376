/** A table of Markdown; the first column is text, the others are figures and stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, n) => (n === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Three significant digits at most, without exponents. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en');
  return String(Number(value.toPrecision(3)));
}

/** How far `simulated` is from `measured`, in percent. */
export function error(measured: number, simulated: number): string {
  const percent = Math.round((simulated / measured - 1) * 100);
  return `${percent > 0 ? '+' : ''}${percent} %`;
}

const MARK = (name: string, end: string) => `<!-- ${name} ${end} -->`;

/** Puts `text` between the marks of `name` in a document. Throws when they are missing. */
export function between(document: string, name: string, text: string): string {
  const [from, to] = [MARK(name, 'begins'), MARK(name, 'ends')];
  const [start, end] = [document.indexOf(from), document.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`no place for ${name}`);
  return `${document.slice(0, start + from.length)}\n\n${text}\n\n${document.slice(end)}`;
}
