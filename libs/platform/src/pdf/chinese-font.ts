import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import type { Config } from '../config/config';
import { randomToken } from '../crypto/random';

export interface PdfFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
}

/** The ranges that a document of ours can hold: Latin, punctuation, CJK. What the font lacks is simply not in the subset. */
const RANGES: readonly (readonly [number, number])[] = [
  [0x20, 0x17f],
  [0x2000, 0x206f],
  [0x2100, 0x21ff],
  [0x2500, 0x25ff],
  [0x3000, 0x303f],
  [0x4e00, 0x9fff],
  [0xff00, 0xffef],
];
let fonts: Promise<PdfFonts> | undefined;

/**
 * Noto Sans SC as TrueType, made once from the packaged WOFF2 and kept in the data folder: PDF libraries read WOFF slowly or not at all.
 */
export function pdfFonts(config: Pick<Config, 'dataDir'>): Promise<PdfFonts> {
  fonts ??= load(config.dataDir);
  return fonts;
}

async function load(dataDir: string): Promise<PdfFonts> {
  return { regular: await trueType(dataDir, 400), bold: await trueType(dataDir, 700) };
}

async function trueType(dataDir: string, weight: 400 | 700): Promise<Buffer> {
  const file = join(dataDir, 'fonts', `noto-sans-sc-${weight}.ttf`);
  if (existsSync(file)) return readFileSync(file);
  const source = require.resolve(
    `@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
  );
  const made = await subsetFont(readFileSync(source), everyCharacter(), { targetFormat: 'truetype' });
  mkdirSync(join(dataDir, 'fonts'), { recursive: true });
  const draft = `${file}.${randomToken(6)}`;
  writeFileSync(draft, made);
  renameSync(draft, file);
  return made;
}

function everyCharacter(): string {
  const characters: string[] = [];
  for (const [first, last] of RANGES) {
    for (let code = first; code <= last; code += 1) characters.push(String.fromCodePoint(code));
  }
  return characters.join('');
}
