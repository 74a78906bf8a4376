import { useEffect, useRef, useState } from 'react';
import { keyOf, type DeskKey } from './desk-state';

const KEY = 'hz-marking-keys';

function storedChoice(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Whether single keys act on the desk; they can be turned off (WCAG 2.1.4). */
export function useKeysChoice(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(storedChoice);
  const choose = (wanted: boolean) => {
    setOn(wanted);
    try {
      localStorage.setItem(KEY, wanted ? 'on' : 'off');
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  return [on, choose];
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable="true"]') !== null;
const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('button, a, [role="button"]') !== null;

/** Calls `act` for the keys of the desk, but not while somebody types, and not while a dialog is open. */
export function useDeskKeys(enabled: boolean, act: (key: DeskKey) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!enabled) return;
    const listen = (event: KeyboardEvent) => {
      const key = keyOf(event);
      if (key === null || event.defaultPrevented || isTyping(event.target)) return;
      // Enter on a focused button presses that button, as everywhere.
      if (key.key === 'submit' && isControl(event.target) && !isLevel(event.target)) return;
      event.preventDefault();
      latest.current(key);
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [enabled]);
}

/** After a click on a level the focus is there, and Enter still means: submit. */
const isLevel = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[data-level]') !== null;
