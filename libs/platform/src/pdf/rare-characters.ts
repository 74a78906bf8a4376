import { readFileSync } from 'node:fs';
import subsetFont from 'subset-font';
// Which slice of a packaged font holds which characters, in the notation of CSS: `U+4e00-4e0f,U+5b57`.
import latinRanges from '@fontsource/noto-sans/unicode.json';
import chineseRanges from '@fontsource/noto-sans-sc/unicode.json';

interface Slice {
  readonly id: string;
  readonly family: 'noto-sans' | 'noto-sans-sc';
  readonly spans: readonly (readonly [first: number, last: number])[];
}

const loaded = new Map<string, Promise<Buffer>>();
let slices: readonly Slice[] | undefined;

/**
 * The slices of the packaged fonts that hold at least one of the characters, as TrueType, by slice; of the Chinese font before the
 * Latin one. What no slice holds is passed over.
 */
export async function slicesFor(characters: ReadonlySet<string>): Promise<Map<string, Buffer>> {
  slices ??= [...slicesOf('noto-sans-sc', chineseRanges), ...slicesOf('noto-sans', latinRanges)];
  const codePoints = [...characters].map((character) => character.codePointAt(0)!);
  // Every slice that says it holds a character: not each keeps its word.
  const wanted = slices.filter(({ spans }) =>
    codePoints.some((code) => spans.some(([first, last]) => code >= first && code <= last)),
  );
  return new Map(await Promise.all(wanted.map(async (slice) => [slice.id, await sliceFont(slice)] as const)));
}

function slicesOf(family: Slice['family'], ranges: Readonly<Record<string, string>>): Slice[] {
  return Object.entries(ranges).map(([key, text]) => {
    // Numbered slices are called `[77]` in the table and `77` in the name of the file.
    return { id: `${family}-${key.replaceAll(/[[\]]/g, '')}`, family, spans: text.split(',').map(spanOf) };
  });
}

function spanOf(range: string): [number, number] {
  const [first, last] = range.trim().slice('U+'.length).split('-');
  return [Number.parseInt(first!, 16), Number.parseInt(last ?? first!, 16)];
}

function sliceFont(slice: Slice): Promise<Buffer> {
  const kept = loaded.get(slice.id) ?? convert(slice);
  loaded.set(slice.id, kept);
  // A failure is not kept, so that the next document tries again.
  kept.catch(() => loaded.delete(slice.id));
  return kept;
}

async function convert({ id, family, spans }: Slice): Promise<Buffer> {
  const file = require.resolve(`@fontsource/${family}/files/${id}-400-normal.woff2`);
  const codes = spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, no) => first + no));
  return subsetFont(readFileSync(file), String.fromCodePoint(...codes), { targetFormat: 'truetype' });
}
