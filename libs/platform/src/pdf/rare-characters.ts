// Which slice of a packaged font holds which characters, in the notation of CSS: `U+4e00-4e0f,U+5b57`.
import latinRanges from '@fontsource/noto-sans/unicode.json';
import sansRanges from '@fontsource/noto-sans-sc/unicode.json';
import serifRanges from '@fontsource/noto-serif-sc/unicode.json';
import { keptFont, type FontFamily } from './packaged-font';

type SlicedFamily = FontFamily | 'noto-sans';
interface Slice {
  readonly id: string;
  readonly family: SlicedFamily;
  readonly spans: readonly (readonly [first: number, last: number])[];
}

const TABLES: Readonly<Record<SlicedFamily, Readonly<Record<string, string>>>> = {
  'noto-sans': latinRanges,
  'noto-sans-sc': sansRanges,
  'noto-serif-sc': serifRanges,
};
const known = new Map<SlicedFamily, readonly Slice[]>();

/**
 * The slices of the packaged fonts that say they hold at least one of the characters (not each keeps its word), as TrueType files: those
 * of the first family first. What no slice holds is passed over.
 */
export async function sliceFiles(
  dataDir: string,
  characters: ReadonlySet<string>,
  families: readonly SlicedFamily[],
  weight: 400 | 700,
): Promise<string[]> {
  const codePoints = [...characters].map((character) => character.codePointAt(0)!);
  const wanted = families
    .flatMap((family) => slicesOf(family))
    .filter(({ spans }) => codePoints.some((code) => spans.some(([first, last]) => code >= first && code <= last)));
  return Promise.all(wanted.map((slice) => sliceFile(dataDir, slice, weight)));
}

function slicesOf(family: SlicedFamily): readonly Slice[] {
  const slices =
    known.get(family) ??
    Object.entries(TABLES[family]).map(([key, text]) => {
      // Numbered slices are called `[77]` in the table and `77` in the name of the file.
      return { id: `${family}-${key.replaceAll(/[[\]]/g, '')}`, family, spans: text.split(',').map(spanOf) };
    });
  known.set(family, slices);
  return slices;
}

function spanOf(range: string): [number, number] {
  const [first, last] = range.trim().slice('U+'.length).split('-');
  return [Number.parseInt(first!, 16), Number.parseInt(last ?? first!, 16)];
}

function sliceFile(dataDir: string, { id, family, spans }: Slice, weight: 400 | 700): Promise<string> {
  return keptFont(dataDir, `${id}-${weight}`, () => {
    const codes = spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, no) => first + no));
    const source = `@fontsource/${family}/files/${id}-${weight}-normal.woff2`;
    return { source, characters: String.fromCodePoint(...codes) };
  });
}
