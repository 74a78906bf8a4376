import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQR from 'jsqr';

const DOTS_PER_INCH = '200';
/** As large as the page of verification asks cameras to be. */
const FILM = { width: 1_280, height: 720 };

interface Picture {
  /** Four bytes for each dot. */
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Prints the first page of a PDF as a printer would, and reads its QR code as a telephone would. Null when there is none to read. */
export function qrCodeOf(pdf: Buffer): string | null {
  const { pixels, width, height } = printed(pdf);
  return jsQR(pixels, width, height)?.data ?? null;
}

/**
 * What a camera sees that is held over the QR code of a printed PDF, as a film (YUV4MPEG2, one picture) that Chromium plays in place of a
 * camera. Throws when there is no code on the page.
 */
export function filmOfQrCode(pdf: Buffer): Buffer {
  const page = printed(pdf);
  const code = jsQR(page.pixels, page.width, page.height);
  if (code === null) throw new Error('no QR code on the page');
  const { topLeftCorner: from, bottomRightCorner: to } = code.location;
  const left = Math.round((from.x + to.x - FILM.width) / 2);
  const top = Math.round((from.y + to.y - FILM.height) / 2);
  const light = Buffer.alloc(FILM.width * FILM.height, 0xff);
  for (let y = 0; y < FILM.height; y += 1) {
    for (let x = 0; x < FILM.width; x += 1) {
      const [across, down] = [left + x, top + y];
      if (across < 0 || down < 0 || across >= page.width || down >= page.height) continue;
      light[y * FILM.width + x] = page.pixels[(down * page.width + across) * 4 + 1]!;
    }
  }
  const noColour = Buffer.alloc((FILM.width * FILM.height) / 2, 0x80);
  const head = `YUV4MPEG2 W${FILM.width} H${FILM.height} F10:1 Ip A1:1 C420jpeg\nFRAME\n`;
  return Buffer.concat([Buffer.from(head), light, noColour]);
}

function printed(pdf: Buffer): Picture {
  const folder = mkdtempSync(join(tmpdir(), 'hz-qr-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    execFileSync('pdftoppm', ['-r', DOTS_PER_INCH, '-singlefile', join(folder, 'page.pdf'), join(folder, 'page')]);
    return pixelsOf(readFileSync(join(folder, 'page.ppm')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A binary PPM: `P6`, width, height, maximum, then three bytes for each dot. */
function pixelsOf(ppm: Buffer): Picture {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 40))!;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let dot = 0; dot < width * height; dot += 1) {
    for (let colour = 0; colour < 3; colour += 1) pixels[dot * 4 + colour] = ppm[head[0].length + dot * 3 + colour]!;
  }
  return { pixels, width, height };
}
