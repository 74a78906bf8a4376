import { textIn, type LocalizedText } from '@hz/kernel';
import { useLanguage } from './language';

/** A function that gives a bilingual text in the reader's language. */
export function useLocalized(): (text: LocalizedText) => string {
  const language = useLanguage();
  return (text) => textIn(text, language);
}

/** A bilingual text; marked with its own language where only the Chinese one exists. */
export function Localized({ text }: { text: LocalizedText }) {
  const language = useLanguage();
  if (language === 'en' && text.en === undefined) return <span lang="zh-CN">{text.zh}</span>;
  return <>{textIn(text, language)}</>;
}
