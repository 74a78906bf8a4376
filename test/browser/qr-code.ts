import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';

const DOTS_PER_INCH = '200';

/** Prints the first page of a PDF as a printer would, and reads its QR code as a telephone would. Null when there is none to read. */
export function qrCodeOf(pdf: Buffer): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'hz-qr-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', DOTS_PER_INCH, '-singlefile', join(folder, 'page.pdf'), join(folder, 'page')]);
    const { pixels, width, height } = pixelsOf(readFileSync(join(folder, 'page.ppm')));
    return jsQR(pixels, width, height)?.data ?? null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A binary PPM: `P6`, width, height, maximum, then three bytes for each dot. */
function pixelsOf(ppm: Buffer): { pixels: Uint8ClampedArray; width: number; height: number } {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 40))!;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let dot = 0; dot < width * height; dot += 1) {
    for (let colour = 0; colour < 3; colour += 1) pixels[dot * 4 + colour] = ppm[head[0].length + dot * 3 + colour]!;
  }
  return { pixels, width, height };
}
