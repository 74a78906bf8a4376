import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { randomToken } from '../crypto/random';

export type FontFamily = 'noto-sans-sc' | 'noto-serif-sc';

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
const made = new Map<string, Promise<string>>();

/** A packaged font as a TrueType file; made once from its WOFF2 and kept in the data folder: PDF libraries read WOFF slowly or not at all. */
export function packagedFont(dataDir: string, family: FontFamily, weight: 400 | 700): Promise<string> {
  const source = `@fontsource/${family}/files/${family}-chinese-simplified-${weight}-normal.woff2`;
  return keptFont(dataDir, `${family}-${weight}`, () => ({ source, characters: everyCharacter() }));
}

/** The file of a font that is made at first use by keeping `characters` of a packaged font; the same call again gives the same file. */
export function keptFont(
  dataDir: string,
  id: string,
  from: () => { readonly source: string; readonly characters: string },
): Promise<string> {
  const file = join(dataDir, 'fonts', `${id}.ttf`);
  const kept = made.get(file) ?? make(file, from);
  made.set(file, kept);
  // A failure is not kept, so that the next document tries again.
  kept.catch(() => made.delete(file));
  return kept;
}

async function make(file: string, from: () => { source: string; characters: string }): Promise<string> {
  if (existsSync(file)) return file;
  const { source, characters } = from();
  const font = await subsetFont(readFileSync(require.resolve(source)), characters, { targetFormat: 'truetype' });
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${randomToken(6)}`;
  writeFileSync(draft, font);
  renameSync(draft, file);
  return file;
}

function everyCharacter(): string {
  const characters: string[] = [];
  for (const [first, last] of RANGES) {
    for (let code = first; code <= last; code += 1) characters.push(String.fromCodePoint(code));
  }
  return characters.join('');
}
