import type { ReactNode } from 'react';
import type { LocalizedText } from '@hz/kernel';
import { textIn } from '@hz/kernel';
import { useLanguage } from '../../shared/language';
import { InlineMarkdown, Markdown } from '../../shared/markdown';

/** The language of the text that is shown, where it is not that of the page: so that fonts and voices are right. */
function useShown(text: LocalizedText): { source: string; lang?: string } {
  const language = useLanguage();
  const source = textIn(text, language);
  return language === 'en' && text.en === undefined ? { source, lang: 'zh-CN' } : { source };
}

export function StemText({ text, gap }: { text: LocalizedText; gap?: (id: string) => ReactNode }) {
  const { source, lang } = useShown(text);
  return (
    <div lang={lang}>
      <Markdown source={source} {...(gap && { gap })} />
    </div>
  );
}

export function OptionText({ text }: { text: LocalizedText }) {
  const { source, lang } = useShown(text);
  return (
    <span lang={lang}>
      <InlineMarkdown source={source} />
    </span>
  );
}

/** A text without its marks, for the options of a select and for labels. */
export function plainText(text: string): string {
  return text.replace(/[`*$]/g, '').replace(/\s+/g, ' ').trim();
}
