declare module 'fontkit' {
  export interface FontGlyph {
    readonly id: number;
    readonly advanceWidth: number;
    readonly path: { readonly commands: readonly unknown[] };
  }
  export interface FontSubset {
    readonly cff?: object;
    /** The number of the glyph in the subset. */
    includeGlyph(glyph: number): number;
    encode(): Uint8Array;
  }
  export interface FontFile {
    readonly postscriptName: string | null;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly capHeight: number;
    readonly italicAngle: number;
    readonly bbox: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number };
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): FontGlyph;
    createSubset(): FontSubset;
  }
  /** A collection (`.ttc`) holds several fonts. */
  export function create(file: Buffer): FontFile | { readonly fonts: readonly FontFile[] };
}
