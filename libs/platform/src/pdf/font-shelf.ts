import type { Config } from '../config/config';
import { packagedFont, type FontFamily } from './packaged-font';
import { Face } from './press/face';
import type { Drawing, FaceFiles, Weight } from './press/drawing';
import { sliceFiles } from './rare-characters';

/** Where a character of the serif face is looked for after the face itself. */
const FAMILIES: readonly (FontFamily | 'noto-sans')[] = ['noto-serif-sc', 'noto-sans-sc', 'noto-sans'];
const NUMBER: Readonly<Record<Weight, 400 | 700>> = { regular: 400, bold: 700 };

/** Finds the fonts that a document needs, for each weight by itself: a character may stand in one and be missing in the other. */
export class FontShelf {
  private readonly faces = new Map<string, Face>();

  constructor(private readonly config: Pick<Config, 'dataDir' | 'pdfExtraFont'>) {}

  /** The files to draw with, and the characters that none of them has. */
  async filesForDrawing(drawing: Drawing): Promise<{ files: FaceFiles; missing: string[] }> {
    const characters = charactersOf(drawing);
    const regular = await this.filesFor('regular', characters.regular);
    const bold = await this.filesFor('bold', characters.bold);
    return {
      files: { regular: regular.files, bold: bold.files },
      missing: [...new Set([...regular.missing, ...bold.missing])],
    };
  }

  /** The files for characters of one weight, and those that none has. */
  async filesFor(weight: Weight, text: Iterable<string>): Promise<{ files: string[]; missing: string[] }> {
    const { dataDir, pdfExtraFont } = this.config;
    const characters = new Set(text);
    const files = [await packagedFont(dataDir, 'noto-serif-sc', NUMBER[weight])];
    let missing = this.lacking(characters, files);
    if (missing.size > 0) {
      for (const file of await sliceFiles(dataDir, missing, FAMILIES, NUMBER[weight]))
        this.addIfNeeded(file, files, missing);
      missing = this.lacking(characters, files);
    }
    if (missing.size > 0 && pdfExtraFont !== undefined) {
      files.push(pdfExtraFont);
      missing = this.lacking(characters, files);
    }
    return { files, missing: [...missing] };
  }

  /** A document names only the fonts that it draws with: equal documents do not depend on what else was printed. */
  private addIfNeeded(file: string, files: string[], missing: ReadonlySet<string>): void {
    const still = this.lacking(missing, files);
    if ([...still].some((character) => this.face(file).glyph(character) !== null)) files.push(file);
  }

  private lacking(characters: ReadonlySet<string>, files: readonly string[]): Set<string> {
    const faces = files.map((file) => this.face(file));
    return new Set([...characters].filter((character) => faces.every((face) => face.glyph(character) === null)));
  }

  private face(file: string): Face {
    const opened = this.faces.get(file) ?? new Face(file);
    this.faces.set(file, opened);
    return opened;
  }
}

function charactersOf({ pages }: Drawing): Record<Weight, Set<string>> {
  const characters = { regular: new Set<string>(), bold: new Set<string>() };
  for (const { marks } of pages) {
    for (const mark of marks) {
      if (mark.kind !== 'text' && mark.kind !== 'paragraph') continue;
      for (const character of mark.text) characters[mark.weight ?? 'regular'].add(character);
    }
  }
  return characters;
}
