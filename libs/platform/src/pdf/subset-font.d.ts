declare module 'subset-font' {
  /** Keeps the glyphs of `text` (those that the font has) and writes the font in `targetFormat`. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: 'truetype' },
  ): Promise<Buffer>;
}
