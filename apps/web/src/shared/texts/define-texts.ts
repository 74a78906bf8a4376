import { useMemo } from 'react';
import type { Language } from '@hz/kernel';
import i18next from 'i18next';
import { useLanguage } from '../language';

/** A text in both languages. `{{name}}` stands for a parameter; English may differ for one and for many of `{{count}}`. */
export interface Text {
  readonly zh: string;
  readonly en: string | { readonly one: string; readonly other: string };
}
type TextTable = Readonly<Record<string, Text>>;

export interface Texts<Table extends TextTable> {
  readonly namespace: string;
  readonly table: Table;
}

type ParameterIn<Sentence extends string> = Sentence extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | ParameterIn<Rest>
  : never;
type ParametersOf<Sentence extends string> = Readonly<Record<ParameterIn<Sentence>, string | number>>;

export type Translate<Table extends TextTable> = <Key extends keyof Table & string>(
  key: Key,
  ...parameters: ParameterIn<Table[Key]['zh']> extends never ? [] : [ParametersOf<Table[Key]['zh']>]
) => string;

/** Registers the texts of an area. Each needs both languages, or it does not compile. */
export function defineTexts<const Table extends TextTable>(namespace: string, table: Table): Texts<Table> {
  for (const language of ['zh', 'en'] as const) {
    i18next.addResourceBundle(language, namespace, bundleOf(table, language), true, true);
  }
  return { namespace, table };
}

function bundleOf(table: TextTable, language: Language): Record<string, string> {
  const bundle: Record<string, string> = {};
  for (const [key, text] of Object.entries(table)) {
    const value = text[language];
    if (typeof value === 'string') bundle[key] = value;
    else Object.assign(bundle, { [`${key}_one`]: value.one, [`${key}_other`]: value.other });
  }
  return bundle;
}

export function translate<Table extends TextTable>(texts: Texts<Table>, language: Language): Translate<Table> {
  const t = i18next.getFixedT(language, texts.namespace);
  return (key, ...parameters) => t(key, parameters[0] ?? {});
}

/** The texts of an area in the language of the reader. */
export function useTexts<Table extends TextTable>(texts: Texts<Table>): Translate<Table> {
  const language = useLanguage();
  return useMemo(() => translate(texts, language), [texts, language]);
}
