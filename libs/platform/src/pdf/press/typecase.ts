import { EmbeddedFace } from './embedded-face';
import type { Face, Glyph } from './face';
import type { Weight } from './drawing';
import type { PdfObjects } from './pdf-objects';

interface Placed {
  readonly face: Face;
  readonly glyph: Glyph;
}

/** A character that no font at hand can draw. Nothing is printed: a name with a gap would read as another name. */
export class MissingGlyphError extends Error {
  readonly character: string;

  constructor(character: string) {
    super(`no font has ${character}`);
    this.character = character;
  }
}

/** The fonts of one document: which of them draws a character, how wide it is, and what must be embedded in the end. */
export class Typecase {
  private readonly faces: Readonly<Record<Weight, readonly Face[]>>;
  private readonly embedded = new Map<Face, EmbeddedFace>();

  constructor(faces: Readonly<Record<Weight, readonly Face[]>>) {
    this.faces = faces;
  }

  /** Points that a text takes at `size`. */
  width(text: string, weight: Weight, size: number, spacing = 0): number {
    const characters = [...text];
    const thousandths = characters.reduce((sum, character) => sum + this.place(character, weight).glyph.width, 0);
    return (thousandths * size) / 1_000 + spacing * Math.max(0, characters.length - 1);
  }

  /** Operators that show a text, one font after the other. */
  show(text: string, weight: Weight, size: number): string {
    const runs: { face: EmbeddedFace; codes: string }[] = [];
    for (const character of text) {
      const { face, glyph } = this.place(character, weight);
      const embedded = this.embed(face);
      const code = embedded.code(character, glyph);
      const last = runs.at(-1);
      if (last?.face === embedded) last.codes += code;
      else runs.push({ face: embedded, codes: code });
    }
    return runs.map(({ face, codes }) => `/${face.key} ${size} Tf <${codes}> Tj`).join(' ');
  }

  /** The entries of the font resources of a page. */
  write(objects: PdfObjects): string {
    return [...this.embedded.values()].map((face) => `/${face.key} ${face.write(objects)}`).join(' ');
  }

  private place(character: string, weight: Weight): Placed {
    for (const face of this.faces[weight]) {
      const glyph = face.glyph(character);
      if (glyph !== null) return { face, glyph };
    }
    throw new MissingGlyphError(character);
  }

  private embed(face: Face): EmbeddedFace {
    const known = this.embedded.get(face) ?? new EmbeddedFace(face, `F${this.embedded.size + 1}`);
    this.embedded.set(face, known);
    return known;
  }
}
