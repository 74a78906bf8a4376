import { readFileSync } from 'node:fs';
import { create, type FontFile } from 'fontkit';

export interface Glyph {
  readonly id: number;
  /** In thousandths of the size. */
  readonly width: number;
}

/** A font that was opened once and serves every document after. */
export class Face {
  readonly bytes: Buffer;
  readonly font: FontFile;
  private readonly glyphs = new Map<string, Glyph | null>();

  constructor(file: string) {
    this.bytes = readFileSync(file);
    const opened = create(this.bytes);
    this.font = 'fonts' in opened ? opened.fonts[0]! : opened;
  }

  /** Thousandths of the size for one unit of the font. */
  get scale(): number {
    return 1_000 / this.font.unitsPerEm;
  }

  /** The glyph of a character; null when the font has none, or one without ink where ink is due. */
  glyph(character: string): Glyph | null {
    const known = this.glyphs.get(character);
    if (known !== undefined) return known;
    const found = this.find(character);
    this.glyphs.set(character, found);
    return found;
  }

  private find(character: string): Glyph | null {
    const code = character.codePointAt(0)!;
    if (!this.font.hasGlyphForCodePoint(code)) return null;
    const glyph = this.font.glyphForCodePoint(code);
    // Fonts are known that promise a character and draw nothing: in a name, that is a gap.
    if (!/^[\s\p{Cf}]$/u.test(character) && glyph.path.commands.length === 0) return null;
    return { id: glyph.id, width: glyph.advanceWidth * this.scale };
  }
}
