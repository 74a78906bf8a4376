import { isImageAddress, isLinkAddress } from './addresses';

/** Escapes text for HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const CODE = /^`([^`]+)`(?!`)|^``(?!`)((?:[^`]|`(?!`))+)``(?!`)/;
const DISPLAY_MATH = /^\$\$([\s\S]+?)\$\$/;
/** No blank inside the dollars and no digit after them, so that "$5 and $6" stays money. */
const MATH = /^\$(?!\s)((?:\\.|[^$\\])+)(?<!\s)\$(?!\d)/;
const IMAGE = /^!\[([^\]]*)\]\(([^\s()]+)\)/;
const LINK = /^\[((?:[^[\]]|\[[^\]]*\])+)\]\(([^\s()]+)\)/;
const GAP = /^\[\[([A-Z][\w-]*)\]\]/i;
const STRONG = /^(\*\*|__)(?=\S)([\s\S]*?\S)\1/;
const EMPHASIS = /^\*(?=[^\s*])((?:[^*]|\*\*[^*]+\*\*)*?[^\s*])\*(?!\*)|^_(?=[^\s_])([^_]*?[^\s_])_\b/;
const STRUCK = /^~~(?=\S)([\s\S]*?\S)~~/;
const BREAK = /^(?: {2,}|\\)\n\s*/;
const ESCAPED = /^\\([\\`*_{}[\]()#+.!|$~<>&"':;,/?=@%^-])/;
const PLAIN = /^(?:[^\\`$![*_~\n ]+|[\s\S])/;

/** `render` gives null where the match means nothing after all; the text then stands as it was written. */
type Rule = readonly [pattern: RegExp, render: (match: RegExpExecArray) => string | null];

const RULES: readonly Rule[] = [
  [ESCAPED, ([, character]) => escapeHtml(character!)],
  [CODE, ([, single, double]) => `<code>${escapeHtml((single ?? double!).replaceAll('\n', ' ').trim())}</code>`],
  [DISPLAY_MATH, ([, tex]) => mathOf(tex!, true)],
  [MATH, ([, tex]) => mathOf(tex!, false)],
  [GAP, ([, id]) => `<span data-gap="${escapeHtml(id!)}"></span>`],
  [
    IMAGE,
    ([, alt, src]) => (isImageAddress(src!) ? `<img src="${escapeHtml(src!)}" alt="${escapeHtml(alt!)}">` : null),
  ],
  [
    LINK,
    ([, text, href]) =>
      isLinkAddress(href!)
        ? `<a href="${escapeHtml(href!)}" target="_blank" rel="noopener noreferrer">${inline(text!)}</a>`
        : null,
  ],
  [STRONG, ([, , text]) => `<strong>${inline(text!)}</strong>`],
  [EMPHASIS, ([, starred, lined]) => `<em>${inline(starred ?? lined!)}</em>`],
  [STRUCK, ([, text]) => `<del>${inline(text!)}</del>`],
  [BREAK, () => '<br>'],
  [PLAIN, ([text]) => escapeHtml(text)],
];

/** A formula waiting for its renderer; the TeX source is shown meanwhile. */
const mathOf = (tex: string, display: boolean): string =>
  `<code data-tex="${escapeHtml(tex.trim())}"${display ? ' data-display="1"' : ''}>${escapeHtml(tex.trim())}</code>`;

/** Renders what stands inside a block: code, formulas, gaps, images, links, emphasis. Everything else is escaped. */
export function inline(source: string): string {
  let html = '';
  let rest = source;
  let previous = '';
  while (rest !== '') {
    const [consumed, rendered] = step(rest, previous);
    html += rendered;
    previous = consumed.slice(-1);
    rest = rest.slice(consumed.length);
  }
  return html;
}

function step(rest: string, previous: string): [consumed: string, html: string] {
  for (const [pattern, render] of RULES) {
    // An underscore inside a word is a letter of a name, not emphasis.
    if (rest.startsWith('_') && /\w/.test(previous) && pattern !== PLAIN) continue;
    const match = pattern.exec(rest);
    const html = match && render(match);
    if (match !== null && html !== null) return [match[0], html];
  }
  return [rest[0]!, escapeHtml(rest[0]!)];
}
