import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import MarkdownIt from 'markdown-it';
import temml from 'temml';
import type { ItemEntry } from '../contract';
import type { EntryProblem } from '../domain/entry-checks';

/** Finds an image of the banks: its text for SVG, '' for other kinds, null when there is none. */
export type ImageShelf = (source: string) => string | null;

const IMAGE = /^images\/[a-z0-9][a-z0-9-]*\.(?:svg|png|webp|jpg)$/;
/** What makes an SVG more than a picture: scripts, handlers, foreign content, links to other places. */
const ACTIVE_SVG = /<script|<foreignObject|\son\w+\s*=|(?:href|src)\s*=\s*["'](?!#|data:image\/)|<!ENTITY/i;

/** The images in `<folder>/images`. */
export function imagesIn(folder: string): ImageShelf {
  return (source) => {
    const path = join(folder, source);
    if (!IMAGE.test(source) || !existsSync(path)) return null;
    return source.endsWith('.svg') ? readFileSync(path, 'utf8') : '';
  };
}

// `html: true` so that raw HTML shows up as such; the player renders with it switched off.
const markdown = new MarkdownIt({ html: true });

/** Everything in the texts of an entry that could not be shown: raw HTML, images that are missing or have no alternative text (P12), broken formulas. */
export function checkMarkdown(entry: ItemEntry, images: ImageShelf): EntryProblem[] {
  return textsIn(entry).flatMap(({ path, text }) => checkText(text, images).map((message) => ({ path, message })));
}

function checkText(text: string, images: ImageShelf): string[] {
  const formulas = formulasIn(text);
  const withoutFormulas = formulas.reduce((rest, { whole }) => rest.replace(whole, ' '), text);
  const tokens = markdown.parse(withoutFormulas, {}).flatMap((token) => [token, ...(token.children ?? [])]);
  const raw = tokens.some(({ type }) => type === 'html_block' || type === 'html_inline');
  const pictures = tokens.filter(({ type }) => type === 'image');
  return [
    ...(raw ? ['raw HTML is not allowed'] : []),
    ...pictures.flatMap((token) => imageFaults(String(token.attrGet('src')), token.content, images)),
    ...formulas.flatMap(({ latex }) => formulaFaults(latex)),
  ];
}

function imageFaults(source: string, alternative: string, images: ImageShelf): string[] {
  if (!IMAGE.test(source)) return [`image ${source}: only images/<name>.svg, .png, .webp or .jpg are allowed`];
  const found = images(source);
  return [
    ...(found === null ? [`image ${source} does not exist`] : []),
    ...(alternative.trim() === '' ? [`image ${source} has no alternative text`] : []),
    ...(found !== null && ACTIVE_SVG.test(found) ? [`image ${source} holds scripts or links`] : []),
  ];
}

const CODE = /```[\s\S]*?```|`[^`\n]*`/g;
/** Pandoc's rule: no blank inside the dollars, no digit behind the closing one, so that "$5 and $10" is no formula. */
const FORMULA = /\$\$([\s\S]+?)\$\$|(?<![\\$\w])\$(?!\s)([^$\n]+?)(?<![\s\\])\$(?!\d)/g;

function formulasIn(text: string): { whole: string; latex: string }[] {
  const code = text.replace(CODE, (found) => ' '.repeat(found.length));
  return [...code.matchAll(FORMULA)].map(([whole, block, inline]) => ({ whole, latex: block ?? inline! }));
}

function formulaFaults(latex: string): string[] {
  try {
    temml.renderToString(latex, { throwOnError: true });
    return [];
  } catch (error) {
    return [`formula ${latex.slice(0, 40)}: ${(error as Error).message}`];
  }
}

/** Every text that is shown as Markdown, with its place: all strings under zh and en. */
function textsIn(
  value: unknown,
  path: readonly (string | number)[] = [],
): { path: (string | number)[]; text: string }[] {
  if (value === null || typeof value !== 'object') return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((part, index) => [index, part])
    : Object.entries(value);
  return entries.flatMap(([name, part]) =>
    typeof part === 'string' && (name === 'zh' || name === 'en')
      ? [{ path: [...path, name], text: part }]
      : textsIn(part, [...path, name]),
  );
}
