import { create } from 'qrcode';
import type { Mark, Matrix, Page, Stroke, TextLook } from './drawing';
import { num, nums, rgb } from './syntax';
import type { Typecase } from './typecase';

/** A part of the page that has a meaning: what a screen reader tells. */
export interface Tagged {
  readonly role: 'H1' | 'P' | 'Figure';
  /** Of a text its words, of a picture what it shows. */
  readonly text: string;
}

/** What a page draws with besides fonts: kept by the document, which writes each once. */
export interface Resources {
  /** The name of a path that is drawn many times. */
  form(path: string): string;
  /** The name of a state of this opacity. */
  opacity(value: number): string;
  picture(name: string): string;
}

type MarkOf<Kind extends Mark['kind']> = Extract<Mark, { kind: Kind }>;

/** Writes the operators of a page. */
export class PageContent {
  readonly tagged: Tagged[] = [];
  private readonly lines: string[] = [];
  private readonly typecase: Typecase;
  private readonly resources: Resources;

  constructor(typecase: Typecase, resources: Resources) {
    this.typecase = typecase;
    this.resources = resources;
  }

  write({ height, marks }: Page): string {
    // From here on y runs down from the upper edge.
    this.lines.push(`1 0 0 -1 0 ${num(height)} cm`);
    for (const mark of marks) this.mark(mark);
    return this.lines.join('\n');
  }

  private mark(mark: Mark): void {
    switch (mark.kind) {
      case 'text':
        return this.text(mark);
      case 'paragraph':
        return this.paragraph(mark);
      case 'shape':
        return this.decoration(mark.opacity, [paint(mark)]);
      case 'copies':
        return this.copies(mark);
      case 'qr':
        return this.qr(mark);
      case 'picture': {
        const { x, y, width, height, picture, description } = mark;
        const placed = `q ${nums(width, 0, 0, -height, x, y + height)} cm /${this.resources.picture(picture)} Do Q`;
        return this.tag({ role: 'Figure', text: description }, placed);
      }
    }
  }

  private text(mark: MarkOf<'text'>): void {
    if (mark.text === '') return;
    const size = this.fitting(mark);
    const { spacing = 0, weight = 'regular', align = 'left', turn = 0 } = mark;
    const width = this.typecase.width(mark.text, weight, size, spacing);
    const back = align === 'left' ? 0 : align === 'right' ? width : width / 2;
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    const matrix: Matrix = [cos, sin, sin, -cos, mark.x - back * cos, mark.y - back * sin];
    this.tag({ role: mark.heading ? 'H1' : 'P', text: mark.text }, this.shown(mark.text, mark, size, matrix));
  }

  private shown(text: string, look: TextLook, size: number, matrix: Matrix): string {
    const { colour, spacing = 0, weight = 'regular' } = look;
    return `BT ${rgb(colour)} rg ${num(spacing)} Tc ${nums(...matrix)} Tm ${this.typecase.show(text, weight, size)} ET`;
  }

  private fitting({ text, weight = 'regular', size, spacing = 0, room, least = 5 }: MarkOf<'text'>): number {
    if (room === undefined) return size;
    let fitted = size;
    while (fitted > least && this.typecase.width(text, weight, fitted, spacing) > room) fitted -= 0.5;
    return fitted;
  }

  private paragraph(mark: MarkOf<'paragraph'>): void {
    const { weight = 'regular', spacing = 0, align = 'left', x, y, width } = mark;
    let { size } = mark;
    let lines = this.broken(mark, size);
    while (lines.length > mark.lines && size > 4) {
      size -= 0.25;
      lines = this.broken(mark, size);
    }
    const leading = (mark.leading * size) / mark.size;
    const drawn = lines.map((line, no) => {
      const free = width - this.typecase.width(line, weight, size, spacing);
      const left = x + (align === 'left' ? 0 : align === 'right' ? free : free / 2);
      return this.shown(line, mark, size, [1, 0, 0, -1, left, y + no * leading]);
    });
    this.tag({ role: 'P', text: mark.text }, drawn.join(' '));
  }

  /** Lines that fit: Latin words stay whole, Chinese breaks anywhere but before closing marks. */
  private broken(mark: MarkOf<'paragraph'>, size: number): string[] {
    const { weight = 'regular', spacing = 0, width } = mark;
    const pieces = mark.text.match(/[\p{Script=Latin}\d#@&/().,:;'’\-_+%]+|\s+|./gu) ?? [];
    const lines: string[] = [];
    let line = '';
    for (const piece of pieces) {
      const isTooWide = this.typecase.width(line + piece.trimEnd(), weight, size, spacing) > width;
      if (line !== '' && isTooWide && !/^[，。、；：！？）》」’”…]$/u.test(piece)) {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      } else {
        line += piece;
      }
    }
    return [...lines, line.trimEnd()];
  }

  private copies({ path, stroke, opacity, at }: MarkOf<'copies'>): void {
    const form = this.resources.form(path);
    this.decoration(opacity, [
      `${rgb(stroke.colour)} RG`,
      ...at.map((matrix) => {
        const scale = Math.sqrt(Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]));
        return `q ${nums(...matrix)} cm ${num(stroke.width / scale)} w /${form} Do Q`;
      }),
    ]);
  }

  /** The code as filled squares: sharp at any size. Squares of a row that touch are one. */
  private qr({ text, x, y, size, colour, description }: MarkOf<'qr'>): void {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const unit = size / modules.size;
    const squares: string[] = [];
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0, run = 0; column <= modules.size; column += 1) {
        if (column < modules.size && modules.get(row, column)) {
          run += 1;
          continue;
        }
        if (run > 0) squares.push(`${nums(x + (column - run) * unit, y + row * unit, run * unit, unit + 0.02)} re`);
        run = 0;
      }
    }
    this.tag({ role: 'Figure', text: description }, `${rgb(colour)} rg ${squares.join(' ')} f`);
  }

  private decoration(opacity: number | undefined, operators: readonly string[]): void {
    const state = opacity === undefined ? '' : `/${this.resources.opacity(opacity)} gs `;
    this.lines.push(`/Artifact BMC q ${state}${operators.join('\n')} Q EMC`);
  }

  private tag(tagged: Tagged, operators: string): void {
    this.lines.push(`/${tagged.role} << /MCID ${this.tagged.length} >> BDC ${operators} EMC`);
    this.tagged.push(tagged);
  }
}

function paint({ path, fill, stroke }: { path: string; fill?: string; stroke?: Stroke }): string {
  const colours = [
    fill === undefined ? '' : `${rgb(fill)} rg`,
    stroke === undefined ? '' : `${rgb(stroke.colour)} RG ${num(stroke.width)} w`,
  ];
  const operator = fill === undefined ? 'S' : stroke === undefined ? 'f' : 'B';
  return `${colours.join(' ')} ${path} ${operator}`;
}
