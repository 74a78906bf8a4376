import { MAX_SIDE, PictureRefusedError } from './png';

export interface Jpeg {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  /** The file with everything left out that is not needed to draw it. */
  readonly bytes: Buffer;
}

export const isJpeg = (file: Uint8Array): boolean => file[0] === 0xff && file[1] === 0xd8 && file[2] === 0xff;

/** Tables, frames, scans and restart intervals (ITU-T T.81, table B.1): all that drawing takes. */
const KEPT = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd]);
const [START_OF_SCAN, END] = [0xda, 0xd9];

/**
 * Reads a JPEG marker by marker and keeps only what draws the picture: positions, comments, thumbnails and whatever stands behind the
 * end are gone. Grey and YCbCr only. Throws PictureRefusedError.
 */
export function readJpeg(file: Buffer): Jpeg {
  const kept: Buffer[] = [Buffer.from([0xff, 0xd8])];
  let frame: Omit<Jpeg, 'bytes'> | null = null;
  for (let at = 2; ;) {
    const marker = markerAt(file, at);
    if (marker === END) break;
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) throw new PictureRefusedError('damaged');
    if (marker >= 0xc0 && marker <= 0xc2) frame = frameOf(file, at);
    if (marker === START_OF_SCAN) {
      const next = endOfScan(file, end);
      kept.push(file.subarray(at, next));
      at = next;
    } else {
      if (KEPT.has(marker)) kept.push(file.subarray(at, end));
      at = end;
    }
  }
  if (frame === null || kept.length < 3) throw new PictureRefusedError('damaged');
  kept.push(Buffer.from([0xff, END]));
  return { ...frame, bytes: Buffer.concat(kept) };
}

function markerAt(file: Buffer, at: number): number {
  if (at + 2 > file.length || file[at] !== 0xff) throw new PictureRefusedError('damaged');
  const marker = file[at + 1]!;
  if (marker !== END && at + 4 > file.length) throw new PictureRefusedError('damaged');
  return marker;
}

function frameOf(file: Buffer, at: number): Omit<Jpeg, 'bytes'> {
  if (at + 10 > file.length || file[at + 4] !== 8) throw new PictureRefusedError('damaged');
  const [height, width, channels] = [file.readUInt16BE(at + 5), file.readUInt16BE(at + 7), file[at + 9]];
  if (width < 1 || height < 1 || (channels !== 1 && channels !== 3)) throw new PictureRefusedError('damaged');
  if (width > MAX_SIDE || height > MAX_SIDE) throw new PictureRefusedError('too-large');
  return { width, height, channels };
}

/** Where the next marker stands; in between, 0xff is always followed by 0 or a restart marker. */
function endOfScan(file: Buffer, from: number): number {
  for (let at = from; at + 1 < file.length; at += 1) {
    if (file[at] !== 0xff) continue;
    const next = file[at + 1]!;
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7) && next !== 0xff) return at;
  }
  throw new PictureRefusedError('damaged');
}
