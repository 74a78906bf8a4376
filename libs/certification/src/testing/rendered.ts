import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RenderedPage {
  readonly width: number;
  readonly height: number;
  readonly rgb: Buffer;
}

/** The first page of a PDF as poppler draws it. */
export function rendered(pdf: Buffer, dotsPerInch = 72): RenderedPage {
  const folder = mkdtempSync(join(tmpdir(), 'hz-page-'));
  const file = join(folder, 'page.pdf');
  writeFileSync(file, pdf);
  execFileSync('pdftoppm', ['-r', String(dotsPerInch), '-singlefile', file, join(folder, 'page')]);
  const ppm = readFileSync(join(folder, 'page.ppm'));
  const head = /^P6\s(\d+)\s(\d+)\s255\s/.exec(ppm.toString('latin1', 0, 40))!;
  return { width: Number(head[1]), height: Number(head[2]), rgb: ppm.subarray(head[0].length) };
}

/** Share of dark pixels in a rectangle, in points from the upper left corner. */
export function inkIn(pdf: Buffer, place: { left: number; top: number; right: number; bottom: number }): number {
  const { width, rgb } = rendered(pdf);
  let dark = 0;
  for (let y = place.top; y < place.bottom; y += 1) {
    for (let x = place.left; x < place.right; x += 1) {
      const at = (y * width + x) * 3;
      // The background with its fine lines is lighter than this.
      if (rgb[at + 1]! < 140) dark += 1;
    }
  }
  return dark / ((place.right - place.left) * (place.bottom - place.top));
}

/** A part of a page, in points of 1/72 inch, as pixels with an opacity. */
export function cut(page: RenderedPage, place: { left: number; top: number; right: number; bottom: number }) {
  const scale = page.width / 842;
  const [left, top, right, bottom] = [place.left, place.top, place.right, place.bottom].map((at) =>
    Math.round(at * scale),
  ) as [number, number, number, number];
  const [width, height] = [right - left, bottom - top];
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const from = ((top + Math.floor(pixel / width)) * page.width + left + (pixel % width)) * 3;
    rgba.set(page.rgb.subarray(from, from + 3), pixel * 4);
  }
  return { width, height, rgba };
}
