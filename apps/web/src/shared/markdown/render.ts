import { blocks } from './blocks';
import { sanitise } from './sanitise';

export type MathRenderer = (tex: string, display: boolean) => string;

/** Whether the text may hold a formula, and so is worth loading the renderer. */
export const mayHoldMath = (source: string): boolean => source.includes('$');

let loading: Promise<MathRenderer> | null = null;

/** Loads the renderer of formulas (TeX to MathML) once; what failed is tried again. A formula with an error is shown as its source. */
export function loadMath(): Promise<MathRenderer> {
  loading ??= import('temml').then(
    ({ default: temml }) =>
      (tex, display) => {
        try {
          return temml.renderToString(tex, { displayMode: display, throwOnError: true });
        } catch {
          return '';
        }
      },
    (error: unknown) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/** Markdown as safe HTML. Without `math` formulas stay as their TeX source. */
export function renderMarkdown(source: string, math: MathRenderer | null): string {
  const html = blocks(source);
  if (math === null || !html.includes('data-tex=')) return sanitise(html);
  const holder = document.createElement('template');
  holder.innerHTML = sanitise(html);
  for (const formula of holder.content.querySelectorAll<HTMLElement>('code[data-tex]')) {
    const rendered = math(formula.dataset['tex'] ?? '', formula.dataset['display'] !== undefined);
    if (rendered === '') continue;
    const place = document.createElement('template');
    place.innerHTML = sanitise(rendered);
    formula.replaceWith(place.content);
  }
  return holder.innerHTML;
}
