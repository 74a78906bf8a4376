import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** One dot wide and high, 8 bits of grey. */
const HEAD = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
const WHITE_DOT = deflateSync(Buffer.from([0, 0xff]));

/** A PNG with a credential baked in as Open Badges 3.0 says (5.3.2.1), written here and not by the software that is tried. */
export function bakedBadge(credential: string): Buffer {
  const baked = Buffer.from(`openbadgecredential\0\0\0\0\0${credential}`);
  const chunks = [chunk('IHDR', HEAD), chunk('iTXt', baked), chunk('IDAT', WHITE_DOT), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, check]);
}
