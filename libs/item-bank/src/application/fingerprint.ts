import { hashOf, type ItemBody } from '@hz/kernel';
import { normalizeText } from '@hz/scoring';

/** Equal for items that ask the same thing with the same options, whatever their ids, order or punctuation: a mirror of an exam item (P11). */
export function fingerprint({ stem, interaction }: ItemBody): string {
  return hashOf([
    interaction.type,
    normalizeText(stem.zh),
    textsOf(interaction)
      .map((text) => normalizeText(text))
      .sort(),
  ]);
}

/** What the search looks through: every Chinese and English text of an item. */
export function searchText(code: string, { stem, interaction }: ItemBody): string {
  return [code, ...textsOf(stem), ...textsOf(interaction)].join('\n');
}

function textsOf(value: unknown): string[] {
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) =>
    typeof part === 'string' ? (name === 'zh' || name === 'en' ? [part] : []) : textsOf(part),
  );
}
