import type { Language } from '@hz/kernel';

/** A text in both languages. `{{name}}` stands for a parameter; English may differ for one and for many of `{{count}}`. */
export interface Text {
  readonly zh: string;
  readonly en: string | { readonly one: string; readonly other: string };
}

/** The sentence in `language`, with its parameters in their places as they are: nothing here is HTML. */
export function sentenceOf(
  text: Text,
  language: Language,
  parameters: Readonly<Record<string, string | number>> = {},
): string {
  const form = text[language];
  const sentence = typeof form === 'string' ? form : Number(parameters['count']) === 1 ? form.one : form.other;
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(parameters[name]));
}
