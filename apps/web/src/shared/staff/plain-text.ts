/** The beginning of a Markdown text for one line of a list: without marks, formulas as they are typed. */
export function plainText(source: string, max = 160): string {
  const text = source
    .replaceAll(/^```.*$/gm, '')
    .replaceAll(/\[\[g\d+\]\]/g, ' … ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[*_`#]+/g, '')
    .replaceAll(/[>|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.length > max ? `${text.slice(0, max)}…` : text;
}
