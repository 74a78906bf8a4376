import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A decoded picture: three bytes for each pixel, and one for its opacity where not all are opaque. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
  readonly alpha: Buffer | null;
}

/** What a picture was refused for. */
export class PictureRefusedError extends Error {
  readonly why: PictureFault;

  constructor(why: PictureFault) {
    super(`the picture was refused: ${why}`);
    this.why = why;
  }
}
export type PictureFault = 'not-png-or-jpeg' | 'damaged' | 'too-large' | 'kind-of-png';

export const MAX_SIDE = 2_400;
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
/** Bytes for each pixel by colour type (PNG specification, 11.2.2), at 8 bits a channel. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

export const isPng = (file: Uint8Array): boolean => SIGNATURE.equals(file.subarray(0, 8));

interface Chunks {
  readonly header: Buffer;
  readonly palette: Buffer | null;
  readonly transparency: Buffer | null;
  readonly data: Buffer;
}

/**
 * Decodes a PNG of 8 bits a channel that is not interlaced. Every check sum is checked; what is not needed to draw the
 * picture (texts, profiles, positions) is passed over. Throws PictureRefusedError.
 */
export function decodePng(file: Buffer): Pixels {
  const { header, palette, transparency, data } = chunksOf(file);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (width < 1 || height < 1) throw new PictureRefusedError('damaged');
  if (width > MAX_SIDE || height > MAX_SIDE) throw new PictureRefusedError('too-large');
  const type = header[9]!;
  const channels = CHANNELS[type];
  if (header[8] !== 8 || channels === undefined || header[12] !== 0) throw new PictureRefusedError('kind-of-png');
  const rows = unfiltered(inflated(data, (width * channels + 1) * height), width * channels, height, channels);
  return { width, height, ...pixelsOf(rows, type, palette, transparency) };
}

/** The same picture as a file that holds nothing else. */
export function encodePng({ width, height, rgb, alpha }: Pixels): Buffer {
  const channels = alpha === null ? 3 : 4;
  const rows = Buffer.alloc((width * channels + 1) * height);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * channels + Math.floor(pixel / width) + 1;
    rgb.copy(rows, at, pixel * 3, pixel * 3 + 3);
    if (alpha !== null) rows[at + 3] = alpha[pixel]!;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, alpha === null ? 2 : 6, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function chunksOf(file: Buffer): Chunks {
  const found = new Map<string, Buffer[]>();
  let at = 8;
  for (let type = ''; type !== 'IEND';) {
    const body = chunkAt(file, at);
    type = body.toString('latin1', 0, 4);
    found.set(type, [...(found.get(type) ?? []), body.subarray(4)]);
    at += body.length + 8;
  }
  const first = (type: string): Buffer | null => found.get(type)?.[0] ?? null;
  const header = first('IHDR');
  if (header?.length !== 13) throw new PictureRefusedError('damaged');
  return { header, palette: first('PLTE'), transparency: first('tRNS'), data: Buffer.concat(found.get('IDAT') ?? []) };
}

/** Type and data of a chunk whose length and check sum are right. */
function chunkAt(file: Buffer, at: number): Buffer {
  const length = at + 12 > file.length ? Number.POSITIVE_INFINITY : file.readUInt32BE(at);
  if (at + 12 + length > file.length) throw new PictureRefusedError('damaged');
  const body = file.subarray(at + 4, at + 8 + length);
  if (crc32(body) !== file.readUInt32BE(at + 8 + length)) throw new PictureRefusedError('damaged');
  return body;
}

/** Never more than the header promises: a small file cannot fill the memory. */
function inflated(data: Buffer, length: number): Buffer {
  try {
    const rows = inflateSync(data, { maxOutputLength: length });
    if (rows.length === length) return rows;
  } catch {
    // Told below, like rows that are too short.
  }
  throw new PictureRefusedError('damaged');
}

/** Takes back the filters of the rows (PNG specification, 9). */
function unfiltered(rows: Buffer, rowLength: number, height: number, step: number): Buffer {
  const plain = Buffer.alloc(rowLength * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (rowLength + 1)]!;
    if (filter > 4) throw new PictureRefusedError('damaged');
    for (let x = 0; x < rowLength; x += 1) {
      const here = y * rowLength + x;
      const left = x < step ? 0 : plain[here - step]!;
      const above = y === 0 ? 0 : plain[here - rowLength]!;
      const corner = x < step || y === 0 ? 0 : plain[here - rowLength - step]!;
      plain[here] = rows[y * (rowLength + 1) + 1 + x]! + predicted(filter, left, above, corner);
    }
  }
  return plain;
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return Math.floor((left + above) / 2);
    case 4: {
      const guess = left + above - corner;
      const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
      return a <= b && a <= c ? left : b <= c ? above : corner;
    }
    default:
      return 0;
  }
}

function pixelsOf(
  rows: Buffer,
  type: number,
  palette: Buffer | null,
  transparency: Buffer | null,
): Pick<Pixels, 'rgb' | 'alpha'> {
  const channels = CHANNELS[type]!;
  const count = rows.length / channels;
  const rgb = Buffer.alloc(count * 3);
  const alpha = Buffer.alloc(count, 255);
  if (type === 3 && palette === null) throw new PictureRefusedError('damaged');
  for (let pixel = 0; pixel < count; pixel += 1) {
    const at = pixel * channels;
    const colour = type === 3 ? palette!.subarray(rows[at]! * 3) : rows.subarray(at);
    if (type === 3 && colour.length < 3) throw new PictureRefusedError('damaged');
    for (const channel of [0, 1, 2]) rgb[pixel * 3 + channel] = colour[type === 0 || type === 4 ? 0 : channel]!;
    alpha[pixel] = opacityOf(type, rows.subarray(at, at + channels), transparency);
  }
  return { rgb, alpha: alpha.every((value) => value === 255) ? null : alpha };
}

function opacityOf(type: number, pixel: Buffer, transparency: Buffer | null): number {
  if (type === 3) return transparency?.[pixel[0]!] ?? 255;
  return type === 4 || type === 6 ? pixel.at(-1)! : 255;
}
