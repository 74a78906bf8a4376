import { useSyncExternalStore } from 'react';
import type { Language } from '@hz/kernel';
import i18next from 'i18next';

const KEY = 'hz-language';

function stored(): Language | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'zh' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

const initial: Language = stored() ?? (/^zh/i.test(navigator.language) ? 'zh' : 'en');

void i18next.init({
  lng: initial,
  fallbackLng: false,
  resources: {},
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});

const mark = (language: string) => {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
};
mark(initial);
i18next.on('languageChanged', mark);

export const currentLanguage = (): Language => (i18next.language === 'en' ? 'en' : 'zh');

/** Whether this browser has a choice of its own; then the account's language does not override it. */
export const hasChosenLanguage = (): boolean => stored() !== null;

export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  if (language !== currentLanguage()) void i18next.changeLanguage(language);
}

function subscribe(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}
