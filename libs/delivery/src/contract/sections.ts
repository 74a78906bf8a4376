import { earliest, MS_PER_MINUTE, plus, type DurationMs, type Instant } from '@hz/kernel';
import type { SectionRule } from '@hz/registration/contract';
import type { SectionState } from './attempt';

const FREE: Omit<SectionRule, 'id'> = { navigation: 'free', time: 'shared' };

/** What section rules need to know of an attempt. `stretch` is the share by which an accommodation lengthens times, 1 for none. */
export interface SectionPlan {
  readonly ids: readonly string[];
  readonly rules: readonly SectionRule[];
  readonly stretch: number;
  readonly deadlineAt: Instant;
}

export interface NextSections {
  readonly ids: string[];
  /** Until then the open section must not be left. */
  readonly enterFrom: Instant;
}

export type EnterVerdict = { enter: true; state: SectionState } | { enter: false; why: 'not-next' | 'too-early' };

/** Sections that belong together: neighbours that are free and share the time. One-way sections and those with a time of their own stand alone. */
export function groupsOf({ ids, rules }: Pick<SectionPlan, 'ids' | 'rules'>): string[][] {
  const groups: string[][] = [];
  let lastIsFree = false;
  for (const id of ids) {
    const rule = ruleOf(rules, id);
    const free = rule.navigation === 'free' && rule.time === 'shared';
    if (free && lastIsFree) groups.at(-1)!.push(id);
    else groups.push([id]);
    lastIsFree = free;
  }
  return groups;
}

/** The state at the start: the first group is open. */
export function openingState(plan: SectionPlan, at: Instant): SectionState {
  return opened(plan, groupsOf(plan)[0] ?? [], [], at, 0);
}

/** The sections that the candidate has entered, and may therefore read: the open ones and those before them (R8). */
export function enteredSections({ closed, open }: Pick<SectionState, 'closed' | 'open'>): string[] {
  return [...closed, ...open];
}

/** The sections that come after the open ones, and from when on they may be entered; null in the last ones. */
export function nextSections(plan: Pick<SectionPlan, 'ids' | 'rules'>, state: SectionState): NextSections | null {
  const groups = groupsOf(plan);
  const current = groups.findIndex((group) => group.some((id) => state.open.includes(id)));
  const ids = groups[current + 1];
  if (current === -1 || ids === undefined) return null;
  const least = Math.max(0, ...state.open.map((id) => ruleOf(plan.rules, id).minMinutes ?? 0));
  return { ids, enterFrom: plus(state.enteredAt as Instant, least * MS_PER_MINUTE) };
}

/**
 * Leaves the open group for the next one; there is no way back. `too-early`: the section asks for a minimum of minutes. Unused own
 * time goes to the next section where the rule says so.
 */
export function enterSection(plan: SectionPlan, state: SectionState, sectionId: string, now: Instant): EnterVerdict {
  if (state.open.includes(sectionId)) return { enter: true, state };
  const next = nextSections(plan, state);
  if (next === null || !next.ids.includes(sectionId)) return { enter: false, why: 'not-next' };
  if (now < next.enterFrom) return { enter: false, why: 'too-early' };
  const closed = [...state.closed, ...state.open];
  return { enter: true, state: opened(plan, next.ids, closed, now, leftOver(plan, state, now)) };
}

function opened(plan: SectionPlan, open: string[], closed: string[], at: Instant, carriedMs: DurationMs): SectionState {
  const rule = open.length === 1 ? ruleOf(plan.rules, open[0]!) : FREE;
  if (rule.time !== 'own') return { open, closed, enteredAt: at, endsAt: null, carriedMs };
  const own = Math.ceil(rule.minutes! * MS_PER_MINUTE * plan.stretch) + carriedMs;
  return { open, closed, enteredAt: at, endsAt: earliest(plus(at, own), plan.deadlineAt), carriedMs: 0 };
}

function leftOver(plan: SectionPlan, state: SectionState, now: Instant): DurationMs {
  const carries = state.open.some((id) => ruleOf(plan.rules, id).carryOver === true);
  return carries && state.endsAt !== null ? Math.max(0, state.endsAt - now) : state.carriedMs;
}

function ruleOf(rules: readonly SectionRule[], id: string): Omit<SectionRule, 'id'> {
  return rules.find((rule) => rule.id === id) ?? FREE;
}
