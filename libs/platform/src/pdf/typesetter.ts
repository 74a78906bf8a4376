import { basename } from 'node:path';
import type { Config } from '../config/config';
import { packagedFont } from './packaged-font';
import { Face } from './press/face';
import { sliceFiles } from './rare-characters';

/** What stands for a character that no font has (〓, as printers in China and Japan set it): a name with a gap would read as another name. */
const MISSING = '〓';

const opened = new Map<string, Face>();

export type FontWeight = 'regular' | 'bold';

/** A piece of text that one font can show. */
export interface TextRun {
  readonly font: string;
  readonly text: string;
}

/** The part of PDFKit that typesetting needs. */
interface Page {
  readonly y: number;
  registerFont(name: string, file: Buffer): unknown;
  font(name: string): Page;
  text(text: string, options: object): Page;
  text(text: string, x: number, y: number, options: object): Page;
}

interface LoadedFont {
  readonly name: string;
  readonly file: Buffer;
  has(character: string): boolean;
}

/** Sets text in the main font, and in others what the main font lacks: rare characters of names, letters with marks. */
export class Typesetter {
  constructor(
    private readonly main: Readonly<Record<FontWeight, LoadedFont>>,
    private readonly others: readonly LoadedFont[],
  ) {}

  registerOn(page: Page): void {
    for (const { name, file } of [this.main.regular, this.main.bold, ...this.others]) page.registerFont(name, file);
  }

  /** `text` as runs of one font each; a character that no font has becomes 〓. */
  runs(text: string, weight: FontWeight): TextRun[] {
    const fonts = [this.main[weight], ...this.others];
    const runs: { font: string; text: string }[] = [];
    for (const character of text) {
      const font = isControl(character) ? fonts[0] : fonts.find((candidate) => candidate.has(character));
      const run = { font: (font ?? fonts[0]!).name, text: font ? character : MISSING };
      const last = runs.at(-1);
      if (last?.font === run.font) last.text += run.text;
      else runs.push(run);
    }
    return runs;
  }

  /** The characters of `text` that no font has in this weight. */
  missing(text: string, weight: FontWeight): string[] {
    const fonts = [this.main[weight], ...this.others];
    return [...new Set(text)].filter(
      (character) => !isControl(character) && !fonts.some((font) => font.has(character)),
    );
  }

  /** Like PDFKit's `text`, over as many fonts as it takes. */
  draw(page: Page, weight: FontWeight, text: string, x: number, y: number, options: object = {}): void {
    let top = y;
    for (const line of text.split('\n')) {
      const runs = this.runs(line, weight);
      runs.forEach((run, index) => {
        const continued = index < runs.length - 1;
        page.font(run.font);
        if (index === 0) page.text(run.text, x, top, { ...options, continued });
        else page.text(run.text, { continued });
      });
      top = page.y;
    }
  }
}

/** A typesetter that can show `texts`, as far as any font at hand can. */
export async function typesetterFor(
  config: Pick<Config, 'dataDir' | 'pdfExtraFont'>,
  texts: readonly string[],
): Promise<Typesetter> {
  const { dataDir } = config;
  const main = {
    regular: loadedFont('regular', await packagedFont(dataDir, 'noto-sans-sc', 400)),
    bold: loadedFont('bold', await packagedFont(dataDir, 'noto-sans-sc', 700)),
  };
  const weights = [main.regular, main.bold];
  const rare = new Set(
    [...texts.join('')].filter((character) => !isControl(character) && weights.some((font) => !font.has(character))),
  );
  const files = await sliceFiles(dataDir, rare, ['noto-sans-sc', 'noto-sans'], 400);
  const slices = files.map((file) => loadedFont(`slice-${basename(file)}`, file));
  const uncovered = [...rare].some((character) => !slices.some((slice) => slice.has(character)));
  const extra = uncovered && config.pdfExtraFont !== undefined ? [loadedFont('extra', config.pdfExtraFont)] : [];
  return new Typesetter(main, [...slices, ...extra]);
}

function loadedFont(name: string, file: string): LoadedFont {
  const face = opened.get(file) ?? new Face(file);
  opened.set(file, face);
  return { name, file: face.bytes, has: (character) => face.glyph(character) !== null };
}

function isControl(character: string): boolean {
  return character < ' ';
}
