import { crc32 } from 'node:zlib';

const KEYWORD = 'openbadgecredential';
const LENGTH_BYTES = 4;
const SIGNATURE_BYTES = 8;
/** Signature, then IHDR with its 13 bytes, its length, name and check sum: it is always first, and always so long. */
const HEADER_ENDS_AT = SIGNATURE_BYTES + LENGTH_BYTES + 4 + 13 + 4;

/**
 * A picture with a credential baked in: an iTXt chunk with the keyword `openbadgecredential` that is not compressed (Open Badges 3.0, 5.3.2.1
 * "Baking a PNG"). `png` is a whole PNG file that has none yet; `credential` the JSON of a credential with embedded proof, or its JWT.
 * Throws TypeError when it is no PNG or is baked already.
 */
export function bakedBadge(png: Buffer, credential: string): Buffer {
  if (png.toString('latin1', 1, 4) !== 'PNG' || png.toString('latin1', 12, 16) !== 'IHDR')
    throw new TypeError('this is no PNG');
  if (png.includes(`iTXt${KEYWORD}\0`)) throw new TypeError('it has a credential already');
  // After the keyword: no compression, method 0, no language, no translated keyword.
  const baked = chunk('iTXt', Buffer.from(`${KEYWORD}\0\0\0\0\0${credential}`));
  return Buffer.concat([png.subarray(0, HEADER_ENDS_AT), baked, png.subarray(HEADER_ENDS_AT)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(LENGTH_BYTES), Buffer.alloc(LENGTH_BYTES)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
