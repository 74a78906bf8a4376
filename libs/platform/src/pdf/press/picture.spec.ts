import { crc32, deflateSync } from 'node:zlib';
import { cleanPicture } from './picture';
import { decodePng, encodePng, PictureRefusedError } from './png';

const GREEN = Buffer.from([0, 128, 0]);
const pixels = { width: 2, height: 2, rgb: Buffer.concat([GREEN, GREEN, GREEN, GREEN]), alpha: null };
const png = encodePng(pixels);
const SIGNATURE = png.subarray(0, 8);

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of one row and any kind. */
function pngOf(type: number, width: number, rows: Buffer, others: Buffer[] = [], bits = 8, interlaced = 0): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(1, 4);
  header.set([bits, type, 0, 0, interlaced], 8);
  const ends = [chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...others, ...ends]);
}

const refusal = (file: Buffer): string => {
  try {
    cleanPicture(file);
  } catch (error) {
    if (error instanceof PictureRefusedError) return error.why;
    throw error;
  }
  return 'taken';
};

/** A JPEG by its markers: enough for who reads no more than that. */
const jpeg = (others: Buffer[] = [], behind = Buffer.alloc(0)): Buffer =>
  Buffer.concat([
    Buffer.from('ffd8', 'hex'),
    ...others,
    Buffer.from('ffc0000b080003000501011100', 'hex'),
    Buffer.from('ffda0008010100003f00', 'hex'),
    Buffer.from('1234ff00ffd056', 'hex'),
    Buffer.from('ffd9', 'hex'),
    behind,
  ]);

describe('pictures that somebody brings', () => {
  it('are written anew, without what does not draw', () => {
    const secret = chunk('tEXt', Buffer.from('Comment\0GPS 31.2 N'));
    const file = Buffer.concat([png.subarray(0, 33), secret, png.subarray(33), Buffer.from('<script>')]);
    const clean = cleanPicture(file);
    expect(clean).toMatchObject({ mediaType: 'image/png', width: 2, height: 2 });
    expect(clean.bytes.equals(png)).toBe(true);
    expect(decodePng(clean.bytes)).toEqual(pixels);
  });

  it.each([
    ['grey', pngOf(0, 2, Buffer.from([0, 7, 9])), [7, 7, 7, 9, 9, 9], null],
    ['grey with opacity', pngOf(4, 1, Buffer.from([0, 7, 100])), [7, 7, 7], [100]],
    ['colour, filtered by the pixel before', pngOf(2, 2, Buffer.from([1, 1, 2, 3, 1, 1, 1])), [1, 2, 3, 2, 3, 4], null],
    ['colour with opacity', pngOf(6, 1, Buffer.from([0, 1, 2, 3, 0])), [1, 2, 3], [0]],
    [
      'a palette',
      pngOf(3, 2, Buffer.from([0, 1, 0]), [
        chunk('PLTE', Buffer.from([1, 1, 1, 2, 2, 2])),
        chunk('tRNS', Buffer.from([5])),
      ]),
      [2, 2, 2, 1, 1, 1],
      [255, 5],
    ],
  ])('decodes %s', (_, file, rgb, alpha) => {
    const decoded = decodePng(file);
    expect([...decoded.rgb]).toEqual(rgb);
    expect(decoded.alpha && [...decoded.alpha]).toEqual(alpha);
    expect(decodePng(encodePng(decoded))).toEqual(decoded);
  });

  it.each([
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'not-png-or-jpeg'],
    ['GIF', Buffer.from('GIF89a/*<script>*/'), 'not-png-or-jpeg'],
    ['nothing', Buffer.alloc(0), 'not-png-or-jpeg'],
    ['a PNG cut short', png.subarray(0, -14), 'damaged'],
    ['a PNG with a changed byte', Buffer.from(png.map((byte, at) => (at === 45 ? byte ^ 1 : byte))), 'damaged'],
    ['a PNG with fewer rows than it says', pngOf(2, 3, Buffer.from([0, 1, 2, 3])), 'damaged'],
    ['a PNG that swells', pngOf(2, 1, Buffer.alloc(5_000_000)), 'damaged'],
    [
      'a colour that the palette lacks',
      pngOf(3, 1, Buffer.from([0, 9]), [chunk('PLTE', Buffer.from([1, 1, 1]))]),
      'damaged',
    ],
    ['a huge PNG', pngOf(2, 50_000, Buffer.from([0])), 'too-large'],
    ['16 bits', pngOf(2, 1, Buffer.alloc(7), [], 16), 'kind-of-png'],
    ['an interlaced PNG', pngOf(2, 1, Buffer.alloc(4), [], 8, 1), 'kind-of-png'],
    ['a JPEG without an end', jpeg().subarray(0, -2), 'damaged'],
    ['a JPEG without a picture', Buffer.from('ffd8ffd9', 'hex'), 'damaged'],
  ])('refuses %s', (_, file, why) => {
    expect(refusal(file)).toBe(why);
  });

  it('takes from a JPEG only tables, frame and scan', () => {
    const exif = Buffer.from('ffe1000a45786966000031323334', 'hex').subarray(0, 12);
    const clean = cleanPicture(jpeg([exif], Buffer.from('PK\u0003\u0004 <script>')));
    expect(clean).toMatchObject({ mediaType: 'image/jpeg', width: 5, height: 3 });
    expect(clean.bytes.equals(jpeg())).toBe(true);
  });
});
