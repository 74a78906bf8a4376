import { addPoints, type Points } from '@hz/kernel';
import type { Rubric } from '@hz/scoring/contract';
import type { MarkedScript, Script } from './api';

/** The mark that is being given, as a pure state; keys and clicks are the same actions. */
export interface DeskState {
  readonly script: Script;
  /** Points by criterion. */
  readonly marks: Readonly<Record<string, Points>>;
  readonly comment: string;
  /** Index of the criterion to which number keys belong. */
  readonly current: number;
  /** Whether a mark that was given before is being changed. */
  readonly changing: boolean;
}

export type DeskAction =
  | { do: 'open'; script: Script; marks?: Record<string, Points>; comment?: string; changing?: boolean }
  | { do: 'pick'; criterion: number; level: number }
  | { do: 'pick-current'; level: number }
  | { do: 'move'; by: 1 | -1 }
  | { do: 'comment'; text: string };

export const openDesk = (script: Script, kept?: Partial<Pick<DeskState, 'marks' | 'comment'>>): DeskState => ({
  script,
  marks: kept?.marks ?? {},
  comment: kept?.comment ?? '',
  current: 0,
  changing: false,
});

export const reopened = ({ task, mark }: MarkedScript): DeskState => ({
  script: task,
  marks: mark?.marks ?? {},
  comment: mark?.comment ?? '',
  current: 0,
  changing: true,
});

export function deskReducer(state: DeskState, action: DeskAction): DeskState {
  switch (action.do) {
    case 'open':
      return {
        ...openDesk(action.script, { marks: action.marks ?? {}, comment: action.comment ?? '' }),
        changing: action.changing ?? false,
      };
    case 'pick':
      return pick(state, action.criterion, action.level);
    case 'pick-current':
      return pick(state, state.current, action.level);
    case 'move':
      return { ...state, current: within(state, state.current + action.by) };
    case 'comment':
      return { ...state, comment: action.text };
  }
}

/** Gives the points of a level and goes to the next criterion that has none. A level that does not exist changes nothing. */
function pick(state: DeskState, index: number, level: number): DeskState {
  const criterion = state.script.rubric.criteria[index];
  const points = criterion?.levels[level]?.points;
  if (criterion === undefined || points === undefined) return state;
  const marks = { ...state.marks, [criterion.id]: points };
  return { ...state, marks, current: nextOpen(state.script.rubric, marks, index) };
}

/** The next criterion after `from` without points, from the top again at the end; `from` when all have points. */
function nextOpen({ criteria }: Rubric, marks: DeskState['marks'], from: number): number {
  for (let step = 1; step <= criteria.length; step++) {
    const index = (from + step) % criteria.length;
    if (!Object.hasOwn(marks, criteria[index]!.id)) return index;
  }
  return from;
}

const within = ({ script }: DeskState, index: number): number =>
  Math.min(script.rubric.criteria.length - 1, Math.max(0, index));

export const missingIn = ({ script, marks }: DeskState): number =>
  script.rubric.criteria.filter(({ id }) => !Object.hasOwn(marks, id)).length;

export const totalOf = ({ marks }: DeskState): Points => addPoints(...Object.values(marks));

export type DeskKey =
  | { key: 'level'; level: number }
  | { key: 'move'; by: 1 | -1 }
  | { key: 'submit' | 'skip' | 'flag' | 'undo' | 'comment' | 'exemplar' | 'help' };

const LETTERS = { s: 'skip', f: 'flag', u: 'undo', c: 'comment', e: 'exemplar', '?': 'help' } as const;

/** What a key means on the desk; null when it means nothing there. */
export function keyOf(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean }): DeskKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (/^[1-9]$/.test(event.key)) return { key: 'level', level: Number(event.key) - 1 };
  if (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    return { key: 'move', by: event.key === 'ArrowUp' ? -1 : 1 };
  if (event.key === 'Enter') return { key: 'submit' };
  const letter = LETTERS[event.key.toLowerCase() as keyof typeof LETTERS] as
    (typeof LETTERS)[keyof typeof LETTERS] | undefined;
  return letter === undefined ? null : { key: letter };
}
