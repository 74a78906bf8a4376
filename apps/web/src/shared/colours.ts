import { useSyncExternalStore } from 'react';

export type Colours = 'light' | 'dark' | 'auto';

const KEY = 'hz-colours';
const ATTRIBUTE = 'data-mantine-color-scheme';
const listeners = new Set<() => void>();
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
let chosen = readChoice();

function readChoice(): Colours {
  try {
    const stored = localStorage.getItem(KEY);
    return stored === 'light' || stored === 'dark' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

function apply(): void {
  document.documentElement.setAttribute(ATTRIBUTE, effective());
  for (const listener of listeners) listener();
}

const effective = (): 'light' | 'dark' => (chosen === 'auto' ? (prefersDark.matches ? 'dark' : 'light') : chosen);
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

prefersDark.addEventListener('change', apply);

export function setColours(colours: Colours): void {
  chosen = colours;
  try {
    if (colours === 'auto') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, colours);
  } catch {
    // Without storage the choice holds until the page is closed.
  }
  apply();
}

/** What the person chose, and what is shown. */
export function useColours(): { chosen: Colours; shown: 'light' | 'dark' } {
  const choice = useSyncExternalStore(subscribe, () => chosen);
  const shown = useSyncExternalStore(subscribe, effective);
  return { chosen: choice, shown };
}
