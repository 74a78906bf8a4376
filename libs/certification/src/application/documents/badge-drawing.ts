import type { LocalizedText } from '@hz/kernel';
import type { SvgDrawing } from '@hz/platform';
import type { TemplateBody } from '../../contract';

/** What stands on a badge. No name: it is the picture of an achievement, and the credential in it says whose. */
export interface BadgeContent {
  readonly title: LocalizedText;
  readonly level: string;
  readonly number: string;
  /** Where it can be checked, without the protocol. */
  readonly address: string;
  readonly colours: TemplateBody['colours'];
}

/** Side of the square in units of the drawing. */
export const BADGE_SIDE = 600;
const MIDDLE = BADGE_SIDE / 2;
const LINE_WIDTH = 396;
/** From top to bottom what the title has for itself. */
const FREE = { from: 226, to: 388 };

/** The badge of a certificate as a drawing. Equal contents give equal drawings. */
export function badgeDrawing({ title, level, number, address, colours }: BadgeContent): SvgDrawing {
  const english = title.en ?? '';
  const lines = stacked([
    { ...wrapped(title.zh, 36, 1), bold: true },
    { ...wrapped(english, 22, 0.52), bold: false },
  ]);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BADGE_SIDE} ${BADGE_SIDE}" font-family="Noto Serif SC" text-anchor="middle">
${circle(292, { fill: colours.paper, stroke: colours.ink, width: 8 })}
${petals(36, 0.1, 252, colours.ornament)}${petals(48, 0.06, 268, colours.accent)}
${circle(232, { fill: colours.paper, stroke: colours.accent, width: 2.5 })}
${circle(224, { fill: 'none', stroke: colours.ornament, width: 1 })}
${star(MIDDLE, 132, 26, colours.ornament)}
${text('衡证', { y: 194, size: 34, colour: colours.ink, bold: true, spacing: 8 })}
${text('HENGZHENG', { y: 219, size: 14, colour: colours.accent, spacing: 5 })}
${lines.map(({ words, y, size, bold }) => text(words, { y, size, colour: colours.ink, bold })).join('')}
<rect x="${MIDDLE - 58}" y="398" width="116" height="38" rx="19" fill="${colours.accent}"/>
${text(level, { y: 424, size: 22, colour: colours.paper, bold: true, spacing: 2 })}
${text(number, { y: 464, size: 19, colour: colours.ink })}
${text(address, { y: 487, size: 14, colour: colours.accent })}
</svg>`;
  return {
    svg,
    characters: { bold: `衡证${title.zh}${level}`, regular: `HENGZHENG${english}${number}${address}` },
  };
}

interface TextStyle {
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly bold?: boolean;
  readonly spacing?: number;
}

function text(words: string, { y, size, colour, bold = false, spacing = 0 }: TextStyle): string {
  const weight = bold ? 700 : 400;
  return `<text x="${MIDDLE}" y="${y}" font-size="${size}" font-weight="${weight}" letter-spacing="${spacing}" fill="${colour}">${escaped(words)}</text>`;
}

interface Block {
  readonly lines: readonly string[];
  readonly size: number;
  readonly bold: boolean;
}

/** Blocks of lines one below the other, around the middle of what is free for them. */
function stacked(blocks: readonly Block[]): { words: string; y: number; size: number; bold: boolean }[] {
  const leading = 1.28;
  const gap = 8;
  const height = blocks.reduce(
    (sum, { lines, size }) => sum + lines.length * size * leading,
    gap * (blocks.length - 1),
  );
  let y = (FREE.from + FREE.to - height) / 2;
  return blocks.flatMap(({ lines, size, bold }) => {
    const placed = lines.map((words, no) => ({ words, y: y + no * size * leading + size, size, bold }));
    y += lines.length * size * leading + gap;
    return placed;
  });
}

/** Lines that fit, two at most at the full size, smaller letters where that is not enough. `breadth`: of a letter as a share of its height. */
function wrapped(words: string, size: number, breadth: number): { lines: string[]; size: number } {
  if (words === '') return { lines: [], size };
  const fit = Math.floor(LINE_WIDTH / (size * breadth));
  const lines = breadth === 1 ? byCharacters(words, fit) : byWords(words, fit);
  return lines.length <= 2 ? { lines, size } : wrapped(words, size - 2, breadth);
}

/** In front of a bracket where both halves fit; else as even as may be, so that no line has one character alone. */
function byCharacters(words: string, fit: number): string[] {
  const characters = [...words];
  const bracket = characters.indexOf('（');
  if (characters.length > fit && bracket > 0 && Math.max(bracket, characters.length - bracket) <= fit)
    return [characters.slice(0, bracket).join(''), characters.slice(bracket).join('')];
  const count = Math.ceil(characters.length / fit);
  const each = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, no) => characters.slice(no * each, (no + 1) * each).join(''));
}

function byWords(words: string, fit: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= fit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.some((line) => line.length > fit) ? [...lines, '', ''] : lines;
}

function circle(radius: number, { fill, stroke, width }: { fill: string; stroke: string; width: number }): string {
  return `<circle cx="${MIDDLE}" cy="${MIDDLE}" r="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${width}"/>`;
}

/** Fine interlaced lines around the middle, as the printed certificate has them. */
function petals(count: number, depth: number, radius: number, colour: string): string {
  const line = (turn: number) => {
    const points = Array.from({ length: count * 10 }, (_, step) => {
      const angle = (step / (count * 10)) * Math.PI * 2;
      const distance = radius * (1 - depth + depth * Math.cos(count * angle + turn));
      return `${(MIDDLE + distance * Math.cos(angle)).toFixed(2)},${(MIDDLE + distance * Math.sin(angle)).toFixed(2)}`;
    });
    return `<polygon points="${points.join(' ')}" fill="none" stroke="${colour}" stroke-width="0.9" opacity="0.75"/>`;
  };
  return [0, 1, 2].map((no) => line((no / 3) * Math.PI * 2)).join('');
}

function star(x: number, y: number, radius: number, colour: string): string {
  const points = Array.from({ length: 10 }, (_, no) => {
    const distance = no % 2 === 0 ? radius : radius * 0.382;
    const angle = (no / 10) * Math.PI * 2;
    return `${(x + distance * Math.sin(angle)).toFixed(2)},${(y - distance * Math.cos(angle)).toFixed(2)}`;
  });
  return `<polygon points="${points.join(' ')}" fill="${colour}"/>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => ESCAPES[sign]!);
