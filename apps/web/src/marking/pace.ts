const KEY = 'hz-marking-pace';
/** Longer than this somebody was away from the desk; it says nothing about the pace. */
const MAX_MS = 30 * 60_000;

export interface Pace {
  scripts: number;
  totalMs: number;
}

const NONE: Pace = { scripts: 0, totalMs: 0 };

/** How fast this person marks, in this tab; for herself alone, it is never sent. */
export function readPace(): Pace {
  try {
    const text = sessionStorage.getItem(KEY);
    return text === null ? NONE : (JSON.parse(text) as Pace);
  } catch {
    return NONE;
  }
}

export function addToPace(pace: Pace, tookMs: number): Pace {
  const next = { scripts: pace.scripts + 1, totalMs: pace.totalMs + Math.min(MAX_MS, Math.max(0, tookMs)) };
  try {
    sessionStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // The pace then lasts as long as the page.
  }
  return next;
}

export const eachMs = ({ scripts, totalMs }: Pace): number | null => (scripts === 0 ? null : totalMs / scripts);
