declare module 'fontkit' {
  export interface FontFile {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(file: Buffer): FontFile;
}
