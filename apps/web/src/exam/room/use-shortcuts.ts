import { useEffect } from 'react';
import { chosenByLetter, currentItem, letteredIds } from '../core';
import type { RoomEngine } from '../engine/room-engine';

export interface ShortcutActions {
  readonly next: () => void;
  readonly previous: () => void;
  readonly openMap: () => void;
  readonly openNotes: () => void;
  readonly openHelp: () => void;
}

const LETTERS = 'ABCDEFGH';

/** Shortcuts of one key. They sleep while one types, holds a modifier, has a dialog open, or has turned them off. */
export function useShortcuts(engine: RoomEngine, on: boolean, actions: ShortcutActions): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target)) return;
      if (!on && event.key !== '?') return;
      if (act(engine, event, actions)) event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  });
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector('dialog[open]') !== null) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target.matches('textarea, select') || target.isContentEditable;
}

function act(engine: RoomEngine, event: KeyboardEvent, actions: ShortcutActions): boolean {
  if (event.key === '?') return run(actions.openHelp);
  if (engine.state().phase !== 'working') return false;
  const key = event.key.toUpperCase();
  const flag = () => engine.dispatch({ type: 'flagged', itemRef: engine.state().current });
  if (event.shiftKey) return key === 'F' ? run(flag) : false;
  if (LETTERS.includes(key) && key.length === 1 && choose(engine, LETTERS.indexOf(key))) return true;
  switch (key) {
    case 'F':
      return run(flag);
    case 'N':
      return run(actions.next);
    case 'P':
      return run(actions.previous);
    case 'M':
      return run(actions.openMap);
    case 'S':
      return run(actions.openNotes);
    default:
      return false;
  }
}

function choose(engine: RoomEngine, index: number): boolean {
  const state = engine.state();
  const { ref, body } = currentItem(state);
  if (index >= letteredIds(body.interaction).length) return false;
  const value = chosenByLetter(body.interaction, state.responses.get(ref), index);
  if (value !== undefined) engine.answer(ref, value);
  return true;
}

function run(action: () => void): true {
  action();
  return true;
}
