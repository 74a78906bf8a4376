import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';

const SOURCE = '@fontsource/noto-serif-sc/files/noto-serif-sc-chinese-simplified-700-normal.woff2';

/** A TrueType font that draws `drawn` where `character` is asked for, and knows nothing else: for fonts that an operator configures. */
export async function fontThatCalls(drawn: string, character: string): Promise<Buffer> {
  const file = await subsetFont(readFileSync(require.resolve(SOURCE)), drawn, { targetFormat: 'truetype' });
  const tables = tablesOf(file).map((table) => (table.tag === 'cmap' ? { ...table, data: mapTo(character) } : table));
  const head = Buffer.alloc(12 + tables.length * 16);
  file.copy(head, 0, 0, 12);
  let offset = head.length;
  const padded = tables.map(({ tag, data }, no) => {
    head.write(tag, 12 + no * 16, 'latin1');
    head.writeUInt32BE(offset, 12 + no * 16 + 8);
    head.writeUInt32BE(data.length, 12 + no * 16 + 12);
    const bytes = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)]);
    offset += bytes.length;
    return bytes;
  });
  return Buffer.concat([head, ...padded]);
}

function tablesOf(file: Buffer): { tag: string; data: Buffer }[] {
  return Array.from({ length: file.readUInt16BE(4) }, (_, no) => {
    const at = 12 + no * 16;
    const from = file.readUInt32BE(at + 8);
    return { tag: file.toString('latin1', at, at + 4), data: file.subarray(from, from + file.readUInt32BE(at + 12)) };
  });
}

/** A character map of format 12 (OpenType, cmap) with one entry: the character is glyph 1. */
function mapTo(character: string): Buffer {
  const map = Buffer.alloc(40);
  map.writeUInt16BE(1, 2);
  map.writeUInt16BE(3, 4);
  map.writeUInt16BE(10, 6);
  map.writeUInt32BE(12, 8);
  map.writeUInt16BE(12, 12);
  map.writeUInt32BE(28, 16);
  map.writeUInt32BE(1, 24);
  const code = character.codePointAt(0)!;
  map.writeUInt32BE(code, 28);
  map.writeUInt32BE(code, 32);
  map.writeUInt32BE(1, 36);
  return map;
}
