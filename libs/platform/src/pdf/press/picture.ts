import { deflateSync } from 'node:zlib';
import { isJpeg, readJpeg } from './jpeg';
import type { PdfObjects, Reference } from './pdf-objects';
import { decodePng, encodePng, isPng, PictureRefusedError } from './png';

export interface CleanPicture {
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Buffer;
}

/**
 * A picture that somebody brought, reduced to what draws it: PNG is decoded and written anew, JPEG read marker by marker. Everything
 * else (SVG too, which can hold scripts and addresses) is refused. Throws PictureRefusedError.
 */
export function cleanPicture(file: Buffer): CleanPicture {
  if (isPng(file)) {
    const pixels = decodePng(file);
    return { mediaType: 'image/png', width: pixels.width, height: pixels.height, bytes: encodePng(pixels) };
  }
  if (!isJpeg(file)) throw new PictureRefusedError('not-png-or-jpeg');
  const { width, height, bytes } = readJpeg(file);
  return { mediaType: 'image/jpeg', width, height, bytes };
}

/** A picture as the file will hold it; made once and used by every document after. */
export interface PreparedPicture {
  readonly entries: string;
  readonly data: Buffer;
  readonly mask: { readonly entries: string; readonly data: Buffer } | null;
}

export function preparedPicture(file: Buffer): PreparedPicture {
  if (isJpeg(file)) {
    const { width, height, channels, bytes } = readJpeg(file);
    return { entries: entriesOf(width, height, channels, '/DCTDecode'), data: bytes, mask: null };
  }
  const { width, height, rgb, alpha } = decodePng(file);
  const mask =
    alpha === null ? null : { entries: entriesOf(width, height, 1, '/FlateDecode'), data: deflateSync(alpha) };
  return { entries: entriesOf(width, height, 3, '/FlateDecode'), data: deflateSync(rgb), mask };
}

export function writePicture(objects: PdfObjects, { entries, data, mask }: PreparedPicture): Reference {
  const masked = mask === null ? '' : ` /SMask ${objects.filtered(mask.entries, mask.data)}`;
  return objects.filtered(entries + masked, data);
}

function entriesOf(width: number, height: number, channels: 1 | 3, filter: string): string {
  const space = channels === 1 ? '/DeviceGray' : '/DeviceRGB';
  return `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space} /BitsPerComponent 8 /Filter ${filter}`;
}
