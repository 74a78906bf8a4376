import { nextSections } from '@hz/delivery/contract';
import { completenessOf, type Completeness } from './answers';
import { itemOf, sectionOf, type PaperItem, type PaperSection } from './paper';
import { dirtyRefs } from './queue';
import type { PlayerState } from './state';

type Place = Pick<PlayerState, 'paper' | 'attempt'>;

/** Sections that may be answered now, in the form's order. */
export function openSections({ paper, attempt }: Place): PaperSection[] {
  const open = attempt.sections?.open ?? paper.sections.map(({ id }) => id);
  return paper.sections.filter(({ id }) => open.includes(id));
}

export function openRefs(place: Place): string[] {
  return openSections(place).flatMap(({ refs }) => refs);
}

export function isOpen(place: Place, ref: string): boolean {
  return openSections(place).some(({ refs }) => refs.includes(ref));
}

export interface NextSection {
  readonly section: PaperSection;
  /** Until then (server time) the open section may not be left. */
  readonly enterFrom: number;
}

/** The section that comes after those that are open, by the same rule as the server's; null when they are the last. */
export function nextSection({ paper, attempt }: Place): NextSection | null {
  if (attempt.sections === null) return null;
  const plan = { ids: paper.sections.map(({ id }) => id), rules: attempt.rules.sections };
  const next = nextSections(plan, attempt.sections);
  const section = paper.sections.find(({ id }) => id === next?.ids[0]);
  return next === null || section === undefined ? null : { section, enterFrom: next.enterFrom };
}

/** Whether a section is open whose items this page has not received yet: they come when it is entered. */
export function lacksItems(place: Place): boolean {
  return openSections(place).some(({ refs }) => refs.length === 0);
}

/** The neighbour of the current item among those that are open; null at the ends. */
export function neighbour(state: PlayerState, step: 1 | -1): string | null {
  const refs = openRefs(state);
  return refs[refs.indexOf(state.current) + step] ?? null;
}

export function currentItem({ paper, current }: PlayerState): PaperItem {
  return itemOf(paper, current);
}

export function currentSection({ paper, current }: PlayerState): PaperSection {
  return sectionOf(paper, current);
}

export function completeness({ paper, responses }: PlayerState, ref: string): Completeness {
  return completenessOf(itemOf(paper, ref).body.interaction, responses.get(ref));
}

export interface Counts {
  readonly all: number;
  readonly answered: number;
  readonly partly: number;
  readonly unanswered: number;
  readonly flagged: number;
  readonly unseen: number;
}

export function countsOf(state: PlayerState, refs: readonly string[]): Counts {
  const states = refs.map((ref) => completeness(state, ref));
  const count = (kind: Completeness) => states.filter((each) => each === kind).length;
  return {
    all: refs.length,
    answered: count('answered'),
    partly: count('partly'),
    unanswered: count('unanswered'),
    flagged: refs.filter((ref) => state.flags.has(ref)).length,
    unseen: refs.filter((ref) => !state.seen.has(ref)).length,
  };
}

/** Time left by the server's clock, in ms, never below 0. `section` is null unless the open section has a time of its own. */
export function leftAt(
  { attempt }: Pick<PlayerState, 'attempt'>,
  at: number,
): { exam: number; section: number | null } {
  const until = (moment: number) => Math.max(0, moment - at);
  const endsAt = attempt.sections?.endsAt ?? null;
  return {
    exam: attempt.deadlineAt === null ? Number.POSITIVE_INFINITY : until(attempt.deadlineAt),
    section: endsAt === null ? null : until(endsAt),
  };
}

/** Whether the time is over at this moment (server time): that of the sitting, or of the open section. */
export function isOverAt(place: Pick<PlayerState, 'attempt'>, at: number): boolean {
  const { exam, section } = leftAt(place, at);
  return exam === 0 || section === 0;
}

/** Whether unused time of the open section goes on to the next. */
export function carriesOver(place: Place): boolean {
  const open = place.attempt.sections?.open ?? [];
  return place.attempt.rules.sections.some(({ id, carryOver }) => open.includes(id) && carryOver === true);
}

/** How many items have an answer that is not acknowledged: an item that was changed five times is one to its candidate. */
export function unsavedItems({ queue, draft }: Pick<PlayerState, 'queue' | 'draft'>): number {
  const refs = dirtyRefs(queue);
  return draft === null || refs.has(draft) ? refs.size : refs.size + 1;
}

/** Whether everything that was given is acknowledged. */
export function isAllSaved({ queue, draft }: PlayerState): boolean {
  return draft === null && queue.pending.length === 0;
}
