import { fromLatin1, equal, latin1, textOf, type Bytes } from './bytes';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
const KEYWORD = 'openbadgecredential';
const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

export const looksLikePicture = (bytes: Uint8Array): boolean => equal(bytes.subarray(0, 8), SIGNATURE);

/**
 * The credential that is baked into a PNG (Open Badges 3.0, 5.3.2.1: an uncompressed iTXt chunk). `damaged` when a part of the file does
 * not have its checksum, stands twice, or anything follows its end; null when there is none.
 */
export function bakedIn(bytes: Bytes): { text: string } | 'damaged' | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Bytes[] = [];
  for (let at = SIGNATURE.length; ;) {
    if (at + 12 > bytes.length) return 'damaged';
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length || crcOf(bytes.subarray(at + 4, end)) !== view.getUint32(end)) return 'damaged';
    const type = latin1(bytes.subarray(at + 4, at + 8));
    const data = bytes.slice(at + 8, end);
    if (type === 'iTXt' && latin1(data).startsWith(`${KEYWORD}\0`)) found.push(data.slice(KEYWORD.length + 1));
    at = end + 4;
    if (type === 'IEND') {
      if (at !== bytes.length || found.length > 1) return 'damaged';
      return found.length === 0 ? null : textIn(found[0]!);
    }
  }
}

/** After the keyword: no compression, method 0, no language, no translated keyword, then the text. */
function textIn(data: Bytes): { text: string } | 'damaged' {
  const text = equal(data.subarray(0, 4), fromLatin1('\0\0\0\0')) ? textOf(data.subarray(4)) : null;
  return text === null ? 'damaged' : { text };
}

function crcOf(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = CRC[(value ^ byte) & 0xff]! ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
