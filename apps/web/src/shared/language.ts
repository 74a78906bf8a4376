import { useSyncExternalStore } from 'react';
import type { Language } from '@hz/kernel';

const KEY = 'hz-language';

function stored(): Language | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'zh' || value === 'en' ? value : null;
  } catch {
    return null;
  }
}

let current: Language = stored() ?? (/^zh/i.test(navigator.language) ? 'zh' : 'en');
const listeners = new Set<() => void>();

function mark(): void {
  document.documentElement.lang = current === 'en' ? 'en' : 'zh-CN';
}
mark();

export const currentLanguage = (): Language => current;

/** Whether this browser has a choice of its own; then the account's language does not override it. */
export const hasChosenLanguage = (): boolean => stored() !== null;

export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  if (language === current) return;
  current = language;
  mark();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage);
}
