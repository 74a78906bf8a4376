/** The languages of the interface, first one first. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in Chinese and, where it exists, in English. */
export interface LocalizedText {
  zh: string;
  en?: string | undefined;
}

/** The text in `language`, or the Chinese one where there is none. */
export function textIn(text: LocalizedText, language: Language): string {
  return language === 'en' ? (text.en ?? text.zh) : text.zh;
}
