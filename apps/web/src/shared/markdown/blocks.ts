import { escapeHtml, inline } from './inline';

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([\w+#.-]*)/;
const HEADING = /^ {0,3}(#{1,6}) +(?! )(.*)$/;
const RULE = /^ {0,3}(?:-{3,}|\*{3,}|_{3,})\s*$/;
const ITEM = /^( {0,3})([-*+]|\d{1,9}[.)])(\s+)/;
const DELIMITER = /^\|?(?::?-+:?\|)*:?-+:?\|?$/;
/** The line of dashes under the head of a table. */
const isDelimiter = (line: string): boolean => line.includes('-') && DELIMITER.test(line.replaceAll(' ', ''));
const DISPLAY_MATH = /^\s*\$\$/;

/** Reads blocks from `lines` and takes them off; each reader returns null when the block is not of its kind. */
type Reader = (lines: string[]) => string | null;

/** Renders Markdown to HTML that is not yet sanitised; raw HTML in the source stays text. */
export function blocks(source: string): string {
  return render(source.replace(/\r\n?/g, '\n').replace(/\t/g, '    ').split('\n'));
}

function render(lines: string[]): string {
  let html = '';
  while (lines.length > 0) {
    if (lines[0]!.trim() === '') lines.shift();
    else html += READERS.reduce<string | null>((found, reader) => found ?? reader(lines), null) ?? paragraph(lines);
  }
  return html;
}

const fence: Reader = (lines) => {
  const match = FENCE.exec(lines[0]!);
  if (match === null) return null;
  const [, mark, language] = match;
  const end = lines.findIndex((line, at) => at > 0 && line.trim().startsWith(mark!) && /^[`~]+$/.test(line.trim()));
  const code = lines.splice(0, end === -1 ? lines.length : end + 1).slice(1, end === -1 ? undefined : -1);
  return `<pre tabindex="0"${language ? ` data-language="${escapeHtml(language)}"` : ''}><code>${escapeHtml(code.join('\n'))}\n</code></pre>`;
};

const heading: Reader = (lines) => {
  const match = HEADING.exec(lines[0]!);
  if (match === null) return null;
  lines.shift();
  // Headings of content lie below those of the page.
  const level = Math.min(6, match[1]!.length + 2);
  return `<h${level}>${inline(match[2]!.trim())}</h${level}>`;
};

const rule: Reader = (lines) => {
  if (!RULE.test(lines[0]!)) return null;
  lines.shift();
  return '<hr>';
};

const quote: Reader = (lines) => {
  if (!/^ {0,3}>/.test(lines[0]!)) return null;
  const end = lines.findIndex((line) => !/^ {0,3}>/.test(line));
  const inner = lines.splice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^ {0,3}> ?/, ''));
  return `<blockquote>${render(inner)}</blockquote>`;
};

const list: Reader = (lines) => {
  const first = ITEM.exec(lines[0]!);
  if (first === null) return null;
  const ordered = /\d/.test(first[2]!);
  let items = '';
  for (let match: RegExpExecArray | null = first; match !== null; match = nextItem(lines, ordered)) {
    items += item(lines, match[0].length);
  }
  if (!ordered) return `<ul>${items}</ul>`;
  const start = parseInt(first[2]!, 10);
  return `<ol${start === 1 ? '' : ` start="${start}"`}>${items}</ol>`;
};

function nextItem(lines: string[], ordered: boolean): RegExpExecArray | null {
  const match = ITEM.exec((lines[0]?.trim() === '' ? lines[1] : lines[0]) ?? '');
  if (match === null || /\d/.test(match[2]!) !== ordered) return null;
  if (lines[0]!.trim() === '') lines.shift();
  return match;
}

function item(lines: string[], width: number): string {
  const inner = [lines.shift()!.slice(width)];
  while (lines.length > 0 && belongs(lines, width)) {
    const line = lines.shift()!;
    inner.push(line.slice(Math.min(width, indentOf(line))));
  }
  return `<li>${tight(render(inner))}</li>`;
}

/** Whether the next line goes on with a list item whose text begins in column `width`. */
function belongs(lines: readonly string[], width: number): boolean {
  const [line, next] = [lines[0]!, lines[1]];
  if (line.trim() === '') return next !== undefined && next.trim() !== '' && indentOf(next) >= width;
  return indentOf(line) >= width || (!ITEM.test(line) && !FENCE.test(line) && !HEADING.test(line));
}

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** A single paragraph in a list item needs no paragraph of its own. */
const tight = (html: string): string => html.replace(/^<p>([\s\S]*?)<\/p>/, '$1');

const table: Reader = (lines) => {
  if (lines.length < 2 || !lines[0]!.includes('|') || !isDelimiter(lines[1]!)) return null;
  const head = cellsOf(lines.shift()!);
  const aligns = cellsOf(lines.shift()!).map(alignOf);
  const end = lines.findIndex((line) => line.trim() === '' || !line.includes('|'));
  const rows = lines.splice(0, end === -1 ? lines.length : end).map(cellsOf);
  const cell = (tag: string, at: number, text = ''): string =>
    `<${tag}${aligns[at] ?? ''}>${inline(text)}</${tag.slice(0, 2)}>`;
  // The corner above a column of names is empty; it is no heading then.
  const top = head.map((text, at) => cell(text === '' ? 'td' : 'th scope="col"', at, text)).join('');
  const body = rows.map((cells) => `<tr>${head.map((_, at) => cell('td', at, cells[at])).join('')}</tr>`).join('');
  return `<div data-scroll tabindex="0"><table><thead><tr>${top}</tr></thead><tbody>${body}</tbody></table></div>`;
};

function alignOf(delimiter: string): string {
  if (!delimiter.endsWith(':')) return '';
  return delimiter.startsWith(':') ? ' align="center"' : ' align="right"';
}

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

const displayMath: Reader = (lines) => {
  if (!DISPLAY_MATH.test(lines[0]!)) return null;
  const text = lines.join('\n');
  const match = /^\s*\$\$([\s\S]+?)\$\$ *(?=\n|$)/.exec(text);
  if (match === null) return null;
  lines.splice(0, lines.length, ...text.slice(match[0].length).split('\n'));
  return `<div>${inline(`$$${match[1]}$$`)}</div>`;
};

const READERS: readonly Reader[] = [fence, displayMath, heading, rule, quote, list, table];

function paragraph(lines: string[]): string {
  const own: string[] = [lines.shift()!];
  while (lines.length > 0 && lines[0]!.trim() !== '' && !interrupts(lines)) own.push(lines.shift()!);
  return `<p>${inline(own.join('\n').trim())}</p>`;
}

function interrupts(lines: readonly string[]): boolean {
  const line = lines[0]!;
  const begins =
    FENCE.test(line) || HEADING.test(line) || RULE.test(line) || /^ {0,3}>/.test(line) || DISPLAY_MATH.test(line);
  return begins || ITEM.test(line) || (line.includes('|') && isDelimiter(lines[1] ?? ''));
}
