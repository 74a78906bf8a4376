import { useMemo } from 'react';
import type { Language } from '@hz/kernel';
import { useLanguage } from '../language';
import { sentenceOf, type Text } from './sentence';

export type { Text };

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

/** The texts of an area. Each needs both languages, or it does not compile. */
export function defineTexts<const Table extends TextTable>(namespace: string, table: Table): Texts<Table> {
  return { namespace, table };
}

export function translate<Table extends TextTable>({ table }: Texts<Table>, language: Language): Translate<Table> {
  return (key, ...parameters) => sentenceOf(table[key]!, language, parameters[0]);
}

/** The texts of an area in the language of the reader. */
export function useTexts<Table extends TextTable>(texts: Texts<Table>): Translate<Table> {
  const language = useLanguage();
  return useMemo(() => translate(texts, language), [texts, language]);
}
