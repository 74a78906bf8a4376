import { aForm, aPlayer, anAttempt, aResume, LEASE, MINUTE, NOW } from './fixtures';
import { step } from './reducer';
import { paperOf } from './paper';
import { countsOf, isAllSaved, lacksItems, neighbour, nextSection, openRefs } from './selectors';
import type { PlayerEvent, PlayerState } from './state';

const after = (state: PlayerState, ...events: PlayerEvent[]): PlayerState =>
  events.reduce((each, event) => step(each, event), state);
const answered = (itemRef: string, value: string): PlayerEvent => ({ type: 'answered', itemRef, value, at: NOW });
const ack = (seq: number) => ({ seq, savedAt: NOW, count: seq, late: false, mac: '' });
const failure: PlayerEvent = { type: 'save-failed', kind: 'network', code: null, retryAfterMs: 0, now: 1, jitter: 0 };

const oneWay = anAttempt({
  sections: { open: ['s1'], closed: [], enteredAt: NOW, endsAt: NOW + 60 * MINUTE, carriedMs: 0 },
  rules: {
    ...anAttempt().rules,
    sections: [
      { id: 's1', navigation: 'one-way', time: 'own', minutes: 60, minMinutes: 10 },
      { id: 's2', navigation: 'one-way', time: 'own', minutes: 60 },
    ],
  },
});

describe('P1 answering', () => {
  it('queues a choice at once and is saved only by its acknowledgement', () => {
    const state = after(aPlayer(), answered('i01', 'a'));
    expect(state.queue.pending).toMatchObject([{ seq: 1, itemRef: 'i01', value: 'a' }]);
    expect(isAllSaved(after(state, { type: 'sent', seqs: [1] }, failure))).toBe(false);
    expect(isAllSaved(after(state, { type: 'sent', seqs: [1] }, { type: 'acknowledged', acks: [ack(1)] }))).toBe(true);
  });

  it('keeps typing as a draft until the pause, and queues it on navigation', () => {
    const typing = after(
      aPlayer(),
      { type: 'went', itemRef: 'i03', at: NOW },
      answered('i03', 'he'),
      answered('i03', 'hello'),
    );
    expect(typing.queue.pending).toEqual([]);
    expect(isAllSaved(typing)).toBe(false);
    const gone = after(typing, { type: 'went', itemRef: 'i01', at: NOW });
    expect(gone.queue.pending).toMatchObject([{ itemRef: 'i03', value: 'hello' }]);
  });

  it('does not bind a draft to the item that is shown: the item id travels with its text', () => {
    const state = after(aPlayer(), answered('i03', 'essay'), answered('i01', 'a'));
    expect(state.queue.pending).toMatchObject([
      { itemRef: 'i03', value: 'essay' },
      { itemRef: 'i01', value: 'a' },
    ]);
  });

  it('goes on after a crash where the journal stopped', () => {
    const journal = [{ seq: 4, itemRef: 'i02', value: 'b', at: NOW, sent: false, leaseNo: 0 }];
    const state = aPlayer({ resume: aResume({ i01: { seq: 3, value: 'a' } }), journal, current: 'i02' });
    expect(state.responses.get('i02')).toBe('b');
    expect(state.current).toBe('i02');
    expect(state.queue.lastSaved).toMatchObject({ seq: 3 });
    expect(after(state, answered('i01', 'c')).queue.pending.map(({ seq }) => seq)).toEqual([4, 5]);
  });
});

describe('one writer', () => {
  it('takes no answer in a stale page and keeps what was not saved', () => {
    const state = after(aPlayer(), answered('i01', 'a'), { type: 'lease-lost' }, answered('i01', 'b'));
    expect(state.phase).toBe('reading');
    expect(state.responses.get('i01')).toBe('a');
    expect(state.queue.pending).toMatchObject([{ value: 'a' }]);
  });

  it('keeps what the server will never take', () => {
    const state = after(aPlayer({ attempt: oneWay }), answered('i01', 'a'), { type: 'refused', which: 'all' });
    expect(state.queue.pending).toEqual([]);
    expect(state.aside).toMatchObject([{ itemRef: 'i01', value: 'a' }]);
  });

  it('sets an item aside that the server finds unfit, and goes on with the rest', () => {
    const state = after(aPlayer(), answered('i01', 'a'), answered('i02', 'b'), {
      type: 'refused',
      which: { itemRef: 'i01' },
    });
    expect(state.queue.pending).toMatchObject([{ itemRef: 'i02' }]);
  });
});

describe('P4 the deadline', () => {
  const atDeadline = NOW + 120 * MINUTE;

  it('ends answering by server time and queues what is half typed', () => {
    const state = after(
      aPlayer(),
      answered('i03', 'last words'),
      { type: 'ticked', at: atDeadline },
      answered('i01', 'a'),
    );
    expect(state.phase).toBe('time-over');
    expect(state.queue.pending).toMatchObject([{ itemRef: 'i03', value: 'last words' }]);
    expect(state.responses.has('i01')).toBe(false);
  });

  it('follows a deadline that the server has moved', () => {
    const moved = anAttempt({ deadlineAt: atDeadline + 7 * MINUTE });
    const state = after(aPlayer(), { type: 'viewed', attempt: moved }, { type: 'ticked', at: atDeadline });
    expect(state.phase).toBe('working');
    expect(state.left).toEqual({ exam: 7 * MINUTE, section: null });
  });

  it('is over for the page when the worker has handed in', () => {
    const state = after(aPlayer(), { type: 'viewed', attempt: anAttempt({ status: 'submitted' }) });
    expect(state.phase).toBe('handed-in');
  });
});

describe('P12 announcements', () => {
  const spoken = (state: PlayerState) => state.announcement?.what;

  it('speaks at a threshold and is silent between', () => {
    let state = after(aPlayer(), { type: 'ticked', at: NOW + 89.9 * MINUTE });
    expect(spoken(state)).toBeUndefined();
    state = after(state, { type: 'ticked', at: NOW + 90.1 * MINUTE });
    expect(spoken(state)).toEqual({ kind: 'minutes', minutes: 30, of: 'exam' });
    const { no } = state.announcement!;
    expect(after(state, { type: 'ticked', at: NOW + 95 * MINUTE }).announcement!.no).toBe(no);
  });

  it('speaks of a failed save once, and of its end', () => {
    let state = after(aPlayer(), answered('i01', 'a'), failure);
    expect(spoken(state)).toEqual({ kind: 'not-saved' });
    const { no } = state.announcement!;
    state = after(state, failure);
    expect(state.announcement!.no).toBe(no);
    state = after(state, { type: 'acknowledged', acks: [ack(1)] });
    expect(spoken(state)).toEqual({ kind: 'saved-again' });
  });

  it('ends a trouble without anything pending when the server answers again', () => {
    const state = after(aPlayer(), failure, { type: 'line-back' });
    expect(state.queue.trouble).toBeNull();
  });

  it('tries again at once when the server answers after a network that answered in its place', () => {
    const foreign: PlayerEvent = { ...failure, kind: 'forged' };
    const state = after(aPlayer(), answered('i01', 'a'), foreign, { type: 'line-back' });
    expect(state.queue).toMatchObject({ retryAt: null, trouble: { kind: 'forged' } });
    const busy: PlayerEvent = { ...failure, kind: 'server', retryAfterMs: 9_000 };
    expect(after(aPlayer(), answered('i01', 'a'), busy, { type: 'line-back' }).queue.retryAt).toBeGreaterThan(9_000);
  });

  it('is in no trouble any more once another page writes', () => {
    const state = after(aPlayer(), answered('i01', 'a'), failure, { type: 'lease-lost' });
    expect(state.queue).toMatchObject({ trouble: null, inFlight: [], retryAt: null });
    expect(state.queue.pending).toHaveLength(1);
  });

  it('does not call a trouble over while something is pending', () => {
    const state = after(aPlayer(), answered('i01', 'a'), failure, { type: 'line-back' });
    expect(state.queue.trouble).not.toBeNull();
    expect(state.queue.retryAt).toBeNull();
  });
});

describe('sections', () => {
  it('keeps the candidate within the open section', () => {
    const state = aPlayer({ attempt: oneWay });
    expect(openRefs(state)).toEqual(['i01', 'i02']);
    expect(after(state, { type: 'went', itemRef: 'i03', at: NOW }).current).toBe('i01');
    expect(neighbour(after(state, { type: 'went', itemRef: 'i02', at: NOW }), 1)).toBeNull();
    expect(nextSection(state)).toMatchObject({ section: { id: 's2' }, enterFrom: NOW + 10 * MINUTE });
  });

  it('asks before it is left, and enters when the server says so', () => {
    const leaving = after(aPlayer({ attempt: oneWay }), { type: 'section-end-asked', at: NOW });
    expect(leaving.phase).toBe('leaving-section');
    expect(after(leaving, { type: 'went-back' }).phase).toBe('working');
    const refused = after(
      leaving,
      { type: 'section-left', at: NOW },
      { type: 'action-refused', code: 'delivery.section-too-early' },
    );
    expect(refused).toMatchObject({ phase: 'leaving-section', problem: 'delivery.section-too-early' });
    const sections = { open: ['s2'], closed: ['s1'], enteredAt: NOW + 20 * MINUTE, endsAt: null, carriedMs: 0 };
    const entered = after(
      leaving,
      { type: 'section-left', at: NOW },
      { type: 'viewed', attempt: { ...oneWay, sections } },
    );
    expect(entered).toMatchObject({ phase: 'working', current: 'i03', problem: null });
  });

  it('stays where it is until the items of the section that was entered are here', () => {
    const whole = aPlayer({ attempt: oneWay }).paper;
    const held = {
      ...whole,
      sections: whole.sections.map((each) => (each.id === 's2' ? { ...each, refs: [] } : each)),
    };
    const waiting = after({ ...aPlayer({ attempt: oneWay }), paper: held }, { type: 'section-left', at: NOW });
    const sections = { open: ['s2'], closed: ['s1'], enteredAt: NOW + 1, endsAt: null, carriedMs: 0 };
    const attempt = { ...oneWay, sections };
    const early = after(waiting, { type: 'viewed', attempt });
    expect(early).toBe(waiting);
    expect(after(early, { type: 'viewed', attempt, paper: whole })).toMatchObject({ phase: 'working', current: 'i03' });
  });

  it('learns the items of a section when it is entered', () => {
    const [first, second] = aForm().sections;
    const sealed = paperOf({ ...aForm(), sections: [first!, { ...second!, items: [] }] });
    const leaving = after(aPlayer({ attempt: oneWay, paper: sealed }), { type: 'section-end-asked', at: NOW });
    const sections = { open: ['s2'], closed: ['s1'], enteredAt: NOW + 20 * MINUTE, endsAt: null, carriedMs: 0 };
    const attempt = { ...oneWay, sections };
    expect(lacksItems({ attempt, paper: sealed })).toBe(true);
    const entered = after(
      leaving,
      { type: 'section-left', at: NOW },
      { type: 'viewed', attempt, paper: paperOf(aForm()) },
    );
    expect(entered).toMatchObject({ phase: 'working', current: 'i03' });
    expect(lacksItems(entered)).toBe(false);
  });

  it('ends by its own time, with what was typed queued', () => {
    const state = after(aPlayer({ attempt: oneWay }), { type: 'ticked', at: NOW + 60 * MINUTE });
    expect(state.phase).toBe('section-over');
    expect(after(state, answered('i01', 'a')).responses.size).toBe(0);
  });

  it('sets aside what came after its section was closed', () => {
    const sections = { open: ['s2'], closed: ['s1'], enteredAt: NOW + 1, endsAt: null, carriedMs: 0 };
    const state = after(
      aPlayer({ attempt: oneWay }),
      answered('i01', 'a'),
      { type: 'viewed', attempt: { ...oneWay, sections } },
      answered('i03', 'b'),
      { type: 'settled', at: NOW },
      { type: 'refused', which: 'closed-sections' },
    );
    expect(state.aside).toMatchObject([{ itemRef: 'i01' }]);
    expect(state.queue.pending).toMatchObject([{ itemRef: 'i03' }]);
  });
});

describe('handing in', () => {
  it('shows what is missing, goes back, and ends', () => {
    let state = after(
      aPlayer(),
      answered('i01', 'a'),
      { type: 'flagged', itemRef: 'i02' },
      { type: 'review-asked', at: NOW },
    );
    expect(countsOf(state, openRefs(state))).toEqual({
      all: 4,
      answered: 1,
      partly: 0,
      unanswered: 3,
      flagged: 1,
      unseen: 3,
    });
    state = after(state, { type: 'went', itemRef: 'i02', at: NOW });
    expect(state).toMatchObject({ phase: 'working', current: 'i02' });
    state = after(state, { type: 'hand-in-began', at: NOW }, answered('i02', 'b'));
    expect(state.responses.has('i02')).toBe(false);
    expect(after(state, { type: 'action-refused', code: 'delivery.too-early-to-hand-in' }).phase).toBe('reviewing');
    expect(after(state, { type: 'handed-in' }).phase).toBe('handed-in');
  });

  it('keeps a flag that was set while the older ones were being sent', () => {
    const first = after(aPlayer({ lease: LEASE }), { type: 'flagged', itemRef: 'i01' });
    const second = after(first, { type: 'flagged', itemRef: 'i02' }, { type: 'flags-saved', flags: first.flags });
    expect(second.flagsDirty).toBe(true);
    expect(after(second, { type: 'flags-saved', flags: second.flags }).flagsDirty).toBe(false);
  });
});

describe('an incident that was approved', () => {
  const notice = {
    incidentId: '00000000-0000-7000-8000-0000000000ee',
    kind: 'platform' as const,
    beganAt: NOW,
    endedAt: NOW + 7 * MINUTE,
    outcome: 'extended' as const,
    addedMs: 7 * MINUTE,
  };
  const extended = anAttempt({ deadlineAt: NOW + 127 * MINUTE, incidents: [notice] });

  it('is said once, and the clock has the new end', () => {
    const state = after(aPlayer(), { type: 'viewed', attempt: extended }, { type: 'ticked', at: NOW });
    expect(state.announcement).toMatchObject({ no: 1, what: { kind: 'extended', notice } });
    expect(state.left!.exam).toBe(127 * MINUTE);
    expect(after(state, { type: 'viewed', attempt: extended }).announcement!.no).toBe(1);
  });

  it('lets somebody go on whose time had run out', () => {
    const over = after(aPlayer(), { type: 'ticked', at: NOW + 120 * MINUTE });
    expect(over.phase).toBe('time-over');
    const state = after(over, { type: 'viewed', attempt: extended }, { type: 'ticked', at: NOW + 121 * MINUTE });
    expect(state.phase).toBe('working');
    expect(after(state, answered('i01', 'a')).queue.pending).toHaveLength(1);
  });

  it('of another sitting gives no more time', () => {
    const resit = anAttempt({ incidents: [{ ...notice, outcome: 'resit', addedMs: 0 }] });
    const state = after(aPlayer(), { type: 'viewed', attempt: resit });
    expect(state.announcement).toBeNull();
    expect(state.attempt.incidents).toHaveLength(1);
  });

  it('comes too late for what is handed in', () => {
    const state = after(aPlayer(), { type: 'viewed', attempt: { ...extended, status: 'submitted' } });
    expect(state.phase).toBe('handed-in');
    expect(state.announcement).toBeNull();
  });
});
