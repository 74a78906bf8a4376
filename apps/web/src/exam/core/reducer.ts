import { isTyped } from './answers';
import { itemOf } from './paper';
import { acknowledged, enqueue, failed, markSent, renumbered, retryNow, withdrawn, type PendingSave } from './queue';
import { isOpen, leftAt, openRefs } from './selectors';
import { ACTIVE, type PlayerEvent, type Phase, type PlayerState, type Spoken } from './state';
import { crossedThreshold } from './thresholds';

type EventOf<Type extends PlayerEvent['type']> = Extract<PlayerEvent, { type: Type }>;
type Handlers = { readonly [Type in PlayerEvent['type']]: (state: PlayerState, event: EventOf<Type>) => PlayerState };

const handlers: Handlers = {
  answered,
  settled: (state, { at }) => settle(state, at),
  went,
  flagged,
  'flags-saved': (state, { flags }) => ({ ...state, flagsDirty: state.flags !== flags }),
  sent: (state, { seqs }) => ({ ...state, queue: markSent(state.queue, seqs) }),
  acknowledged: (state, { acks }) => recovered({ ...state, queue: acknowledged(state.queue, acks) }, state),
  'save-failed': saveFailed,
  'line-back': lineBack,
  'retry-asked': (state) => ({ ...state, queue: retryNow(state.queue) }),
  refused,
  renumbered: (state, { lastSeq }) => ({ ...state, queue: renumbered(state.queue, lastSeq) }),
  viewed,
  'lease-lost': leaseLost,
  ticked,
  'review-asked': (state, { at }) => turn(state, 'reviewing', at),
  'section-end-asked': (state, { at }) => turn(state, 'leaving-section', at),
  'section-left': (state, { at }) => turn(state, 'entering-section', at),
  'went-back': (state) => (ACTIVE.has(state.phase) ? { ...state, phase: 'working', problem: null } : state),
  'hand-in-began': (state, { at }) => turn(state, 'handing-in', at),
  'action-refused': (state, { code }) => ({
    ...state,
    problem: code,
    phase: BACK_FROM[state.phase] ?? state.phase,
  }),
  'handed-in': (state) => ({ ...state, phase: 'handed-in' }),
};

/** Where a refused action leaves the candidate. */
const BACK_FROM: Partial<Record<Phase, Phase>> = { 'handing-in': 'reviewing', 'entering-section': 'leaving-section' };

/** The player: one pure step for each thing that happens. */
export function step<Type extends PlayerEvent['type']>(state: PlayerState, event: EventOf<Type>): PlayerState {
  const handler = handlers[event.type as Type] as (state: PlayerState, event: EventOf<Type>) => PlayerState;
  return handler(state, event);
}

function answered(state: PlayerState, { itemRef, value, at }: EventOf<'answered'>): PlayerState {
  if (state.phase !== 'working' || !isOpen(state, itemRef)) return state;
  const calm = state.draft !== null && state.draft !== itemRef ? settle(state, at) : state;
  const responses = new Map(calm.responses).set(itemRef, value);
  if (isTyped(itemOf(calm.paper, itemRef).body.interaction)) return { ...calm, responses, draft: itemRef };
  return { ...calm, responses, queue: enqueue(calm.queue, { itemRef, value, at, typed: false }) };
}

/** Queues what was typed. */
function settle(state: PlayerState, at: number): PlayerState {
  if (state.draft === null) return state;
  const value = state.responses.get(state.draft) ?? null;
  return { ...state, draft: null, queue: enqueue(state.queue, { itemRef: state.draft, value, at, typed: true }) };
}

function went(state: PlayerState, { itemRef, at }: EventOf<'went'>): PlayerState {
  if (!ACTIVE.has(state.phase) || state.phase in BACK_FROM || !isOpen(state, itemRef)) return state;
  const settled = settle(state, at);
  return { ...settled, current: itemRef, phase: 'working', problem: null, seen: new Set(settled.seen).add(itemRef) };
}

function flagged(state: PlayerState, { itemRef }: EventOf<'flagged'>): PlayerState {
  if (!ACTIVE.has(state.phase)) return state;
  const flags = new Set(state.flags);
  if (!flags.delete(itemRef)) flags.add(itemRef);
  return { ...state, flags, flagsDirty: true };
}

function turn(state: PlayerState, phase: Phase, at: number): PlayerState {
  return ACTIVE.has(state.phase) || state.phase === 'section-over'
    ? { ...settle(state, at), phase, problem: null }
    : state;
}

function saveFailed(state: PlayerState, event: EventOf<'save-failed'>): PlayerState {
  const queue = failed(state.queue, event);
  const next = { ...state, queue };
  return state.queue.trouble === null ? say(next, { kind: 'not-saved' }) : next;
}

/** The server answers again: what waits is sent at once, and a trouble without anything that waits is over. */
function lineBack(state: PlayerState): PlayerState {
  const { queue } = state;
  if (queue.pending.length > 0) {
    const wasCutOff = queue.trouble?.kind === 'network' || queue.trouble?.kind === 'forged';
    return wasCutOff ? { ...state, queue: retryNow(queue) } : state;
  }
  return recovered({ ...state, queue: { ...queue, trouble: null, failures: 0, retryAt: null } }, state);
}

function recovered(next: PlayerState, before: PlayerState): PlayerState {
  return before.queue.trouble !== null && next.queue.trouble === null ? say(next, { kind: 'saved-again' }) : next;
}

/** Another page writes: nothing of this one is under way any more, and so nothing of it is in trouble. */
function leaseLost(state: PlayerState): PlayerState {
  if (state.phase === 'handed-in') return state;
  const queue = { ...state.queue, inFlight: [], trouble: null, failures: 0, retryAt: null };
  return { ...state, phase: 'reading', queue };
}

function refused(state: PlayerState, { which }: EventOf<'refused'>): PlayerState {
  const isHopeless = ({ itemRef }: PendingSave): boolean => {
    if (which === 'all') return true;
    return which === 'closed-sections' ? !isOpen(state, itemRef) : itemRef === which.itemRef;
  };
  const { queue, refused: out } = withdrawn(state.queue, isHopeless);
  return { ...state, queue, aside: [...state.aside, ...out] };
}

function viewed(state: PlayerState, event: EventOf<'viewed'>): PlayerState {
  return told(taken(state, event), state);
}

/** An approved incident has given time back: said once, and a clock that had run out goes on. */
function told(next: PlayerState, before: PlayerState): PlayerState {
  const news = next.attempt.incidents.slice(before.attempt.incidents.length).findLast(({ addedMs }) => addedMs > 0);
  if (news === undefined || next.phase === 'handed-in') return next;
  const going: PlayerState = next.phase === 'time-over' ? { ...next, phase: 'working', left: null } : next;
  return say(going, { kind: 'extended', notice: news });
}

function taken(state: PlayerState, { attempt, paper = state.paper }: EventOf<'viewed'>): PlayerState {
  if (attempt.status === 'submitted') return { ...state, attempt, phase: 'handed-in' };
  const next = { ...state, attempt, paper };
  const entered = attempt.sections?.enteredAt !== state.attempt.sections?.enteredAt;
  const open = openRefs(next);
  // The section is entered, but its items are not here yet: they are fetched again by what asked to enter it.
  if (entered && open.length === 0) return state;
  if (!entered && open.includes(state.current)) return next;
  const current = open.includes(state.current) ? state.current : (open[0] ?? state.current);
  const resumes = ['leaving-section', 'entering-section', 'section-over'].includes(state.phase);
  return {
    ...next,
    current,
    seen: new Set(state.seen).add(current),
    phase: resumes ? 'working' : state.phase,
    problem: null,
    left: null,
  };
}

function ticked(state: PlayerState, { at }: EventOf<'ticked'>): PlayerState {
  const left = leftAt(state, at);
  const next = { ...state, left };
  if (!ACTIVE.has(state.phase) && state.phase !== 'section-over') return next;
  if (left.exam === 0) return { ...settle(next, at), phase: 'time-over' };
  if (left.section === 0 && state.phase !== 'section-over') return { ...settle(next, at), phase: 'section-over' };
  const what = minutesToSay(state.left, left);
  return what === null ? next : say(next, what);
}

function minutesToSay(before: PlayerState['left'], left: NonNullable<PlayerState['left']>): Spoken | null {
  const exam = crossedThreshold(before?.exam ?? null, left.exam);
  if (exam !== null) return { kind: 'minutes', minutes: exam, of: 'exam' };
  const section = left.section === null ? null : crossedThreshold(before?.section ?? null, left.section);
  return section === null ? null : { kind: 'minutes', minutes: section, of: 'section' };
}

function say(state: PlayerState, what: Spoken): PlayerState {
  return { ...state, announcement: { no: (state.announcement?.no ?? 0) + 1, what } };
}
