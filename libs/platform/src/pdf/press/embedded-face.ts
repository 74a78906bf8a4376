import { createHash } from 'node:crypto';
import type { FontSubset } from 'fontkit';
import type { Face, Glyph } from './face';
import type { PdfObjects, Reference } from './pdf-objects';
import { name, num, nums } from './syntax';

/** A font as one document carries it: only the glyphs that it uses. */
export class EmbeddedFace {
  readonly key: string;
  private readonly face: Face;
  private readonly subset: FontSubset;
  private readonly widths: number[] = [];
  private readonly texts: string[] = [];

  constructor(face: Face, key: string) {
    this.face = face;
    this.key = key;
    this.subset = face.font.createSubset();
    // Glyph 0 is what the font shows for what it lacks; nothing here ever shows it.
    this.widths[0] = 0;
  }

  /** Four hexadecimal digits that stand for the character in a text of this font. */
  code(character: string, glyph: Glyph): string {
    const id = this.subset.includeGlyph(glyph.id);
    this.widths[id] = glyph.width;
    this.texts[id] ??= character;
    return id.toString(16).padStart(4, '0');
  }

  /** Writes the font (ISO 32000-1, 9.7) and returns its dictionary. */
  write(objects: PdfObjects): Reference {
    const isCff = this.subset.cff !== undefined;
    const file = objects.stream(isCff ? '/Subtype /CIDFontType0C' : '', this.subset.encode());
    const base = name(`${this.tag()}+${this.face.font.postscriptName ?? 'Font'}`);
    const descriptor = objects.add(`${this.descriptor(base)} ${isCff ? '/FontFile3' : '/FontFile2'} ${file} >>`);
    const descendant = objects.add(
      `<< /Type /Font /Subtype ${isCff ? '/CIDFontType0' : '/CIDFontType2 /CIDToGIDMap /Identity'} /BaseFont ${base} ` +
        `/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor ${descriptor} ` +
        `/W [0 [${Array.from(this.widths, (width) => num(width ?? 0)).join(' ')}]] >>`,
    );
    const unicode = objects.stream('', Buffer.from(this.unicodeMap(), 'latin1'));
    return objects.add(
      `<< /Type /Font /Subtype /Type0 /BaseFont ${base} /Encoding /Identity-H /DescendantFonts [${descendant}] /ToUnicode ${unicode} >>`,
    );
  }

  private descriptor(base: string): string {
    const { font, scale } = this.face;
    const { minX, minY, maxX, maxY } = font.bbox;
    const box = nums(minX * scale, minY * scale, maxX * scale, maxY * scale);
    const metrics = `/Ascent ${num(font.ascent * scale)} /Descent ${num(font.descent * scale)} /CapHeight ${num(font.capHeight * scale)}`;
    return `<< /Type /FontDescriptor /FontName ${base} /Flags 4 /FontBBox [${box}] /ItalicAngle ${num(font.italicAngle)} ${metrics} /StemV 80`;
  }

  /** Six letters that tell this subset from others of the same font (9.6.4). */
  private tag(): string {
    const digest = createHash('sha256').update(this.texts.join('')).update(this.key).digest();
    return Array.from(digest.subarray(0, 6), (byte) => String.fromCharCode(65 + (byte % 26))).join('');
  }

  /** Which characters the glyphs stand for, so that text can be searched and copied (9.10.3). */
  private unicodeMap(): string {
    const pairs = this.texts.flatMap((text, id) => [
      `<${id.toString(16).padStart(4, '0')}> <${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`,
    ]);
    // No more than a hundred in one block.
    const blocks: string[] = [];
    for (let at = 0; at < pairs.length; at += 100) {
      const block = pairs.slice(at, at + 100).filter((pair) => pair !== undefined);
      blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    }
    return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
  }
}
