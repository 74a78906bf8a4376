import fc from 'fast-check';
import { ends, instant, MS_PER_MINUTE, reachable, type Instant } from '@hz/kernel';
import { impactOf, lostTime, windowLoss, type IncidentTerms, type Subject } from './compensation';
import { INCIDENT_LIFE } from './incident-life';
import { difference, intersection, lengthOf, type Interval } from './intervals';

const min = (minutes: number): Instant => instant(minutes * MS_PER_MINUTE);
const stretch = (from: number, to: number): Interval => ({ from: min(from), to: min(to) });
const shown = (list: readonly Interval[]) => list.map(({ from, to }) => [from / MS_PER_MINUTE, to / MS_PER_MINUTE]);

const aSubject = (change: Partial<Subject> = {}): Subject => ({
  status: 'started',
  startedAt: min(0),
  deadlineAt: min(60),
  submittedAt: null,
  submittedBy: null,
  silences: [stretch(10, 20)],
  compensated: [],
  ...change,
});
const anIncident = (change: Partial<IncidentTerms> = {}): IncidentTerms => ({
  span: stretch(12, 19),
  basis: 'own-gap',
  movesWindow: true,
  outageLimitMs: 45 * MS_PER_MINUTE,
  opensAt: min(0),
  lastEntryAt: min(30),
  windowSpans: [],
  ...change,
});
const prepared = { status: 'prepared' as const, startedAt: null, deadlineAt: null, silences: [] };
const registered = { ...prepared, status: 'registered' as const };
const byWorker = { status: 'submitted' as const, submittedAt: min(60), submittedBy: 'worker' as const };
const long = { span: stretch(12, 60) };

describe('the time that an incident took', () => {
  it.each<[string, Partial<Subject>, Partial<IncidentTerms>, number[][]]>([
    ['the own silence within the incident', {}, {}, [[12, 19]]],
    ['a shorter silence', { silences: [stretch(14, 17)] }, {}, [[14, 17]]],
    ['no silence', { silences: [] }, {}, []],
    ['no silence, and yet all of it', { silences: [] }, { basis: 'whole' }, [[12, 19]]],
    ['not what was before the start', { startedAt: min(15) }, {}, [[15, 19]]],
    ['nothing before the start', { startedAt: null, deadlineAt: null }, {}, []],
    ['not what was after the hand-in', { submittedAt: min(14) }, {}, [[12, 14]]],
    ['whole when it begins before the end: the clock stood still', { deadlineAt: min(13) }, {}, [[12, 19]]],
    ['nothing when it begins at the end', { deadlineAt: min(12) }, {}, []],
    ['not what was given back', { compensated: [stretch(10, 15)] }, {}, [[15, 19]]],
    [
      'a second silence in the time that the first has given back',
      { deadlineAt: min(13), silences: [stretch(12, 14), stretch(14.5, 16), stretch(18, 19)] },
      {},
      [
        [12, 14],
        [14.5, 16],
      ],
    ],
  ])('%s', (_, subject, incident, expected) => {
    expect(shown(lostTime(aSubject(subject), anIncident(incident)))).toEqual(expected);
  });

  it('lies within silence, incident and work, and no minute is given back twice, in whatever order incidents are approved', () => {
    const any = fc
      .tuple(fc.nat(100), fc.integer({ min: 1, max: 40 }))
      .map(([from, length]) => stretch(from, from + length));
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 5 }),
        fc.array(any, { minLength: 1, maxLength: 4 }),
        fc.nat(60),
        (silences, spans, start) => {
          const startedAt = min(start);
          let compensated: Interval[] = [];
          let deadlineAt = min(start + 60);
          for (const span of spans) {
            const lost = lostTime(aSubject({ startedAt, deadlineAt, silences, compensated }), anIncident({ span }));
            expect(difference(lost, intersection(silences, [span]))).toEqual([]);
            expect(intersection(lost, compensated)).toEqual([]);
            for (const { from } of lost) expect(from).toBeGreaterThanOrEqual(startedAt);
            compensated = [...compensated, ...lost];
            deadlineAt = instant(deadlineAt + lengthOf(lost));
          }
          expect(lengthOf(compensated)).toBeLessThanOrEqual(lengthOf(intersection(silences, spans)));
        },
      ),
    );
  });
});

describe('what follows for a candidate', () => {
  it.each<[string, Partial<Subject>, Partial<IncidentTerms>, number, object]>([
    ['at work: more time', {}, {}, 25, { outcome: 'extended', lostMs: min(7), windowMs: 0 }],
    ['at work, untouched: nothing', { silences: [] }, {}, 25, { outcome: 'none' }],
    [
      'at work, beyond the limit: sits again',
      { silences: [stretch(12, 60)] },
      long,
      65,
      { outcome: 'resit', resitReason: 'outage-beyond-limit' },
    ],
    [
      'just at the limit: more time',
      { silences: [stretch(12, 57)] },
      { span: stretch(12, 57) },
      58,
      { outcome: 'extended' },
    ],
    [
      'closed by the worker meanwhile: sits again',
      { ...byWorker, silences: [stretch(55, 62)] },
      { span: stretch(55, 62) },
      70,
      { outcome: 'resit', resitReason: 'closed-meanwhile' },
    ],
    ['closed by the worker, untouched: nothing', { ...byWorker, silences: [] }, {}, 70, { outcome: 'none' }],
    [
      'has handed in: decided so',
      { status: 'submitted', submittedAt: min(25), submittedBy: 'candidate' },
      {},
      26,
      { outcome: 'handed-in', resitReason: null },
    ],
    ['in the waiting room: the window moves', prepared, {}, 25, { outcome: 'extended', lostMs: 0, windowMs: min(7) }],
    [
      'in the waiting room of a broken line: nothing',
      prepared,
      { movesWindow: false },
      25,
      { outcome: 'none', windowMs: 0 },
    ],
    [
      'in the waiting room, decided too late to start: sits again',
      prepared,
      {},
      38,
      { outcome: 'resit', resitReason: 'could-not-start' },
    ],
    [
      'in the waiting room, beyond the limit: sits again',
      prepared,
      long,
      61,
      { outcome: 'resit', resitReason: 'could-not-start' },
    ],
    [
      'in the waiting room after the entry had ended: nothing',
      prepared,
      { span: stretch(31, 36) },
      40,
      { outcome: 'none' },
    ],
    ['registered only: not known to have come', registered, {}, 25, { outcome: 'none' }],
    [
      'registered only, beyond the limit: could not come',
      registered,
      long,
      61,
      { outcome: 'resit', resitReason: 'could-not-start' },
    ],
    [
      'started after it, and another has moved the window already',
      { startedAt: min(20), silences: [] },
      { windowSpans: [stretch(10, 14)] },
      25,
      { windowMs: min(5) },
    ],
    [
      'started after it: the window moves',
      { startedAt: min(20), deadlineAt: min(80), silences: [] },
      {},
      25,
      { outcome: 'extended', lostMs: 0, windowMs: min(7) },
    ],
  ])('%s', (_, subject, incident, now, expected) => {
    expect(impactOf(aSubject(subject), anIncident(incident), min(now))).toMatchObject(expected);
  });

  it('the window loses what incidents took of it, once, and only until the start', () => {
    const spans = [stretch(-5, 3), stretch(10, 20), stretch(15, 25)];
    expect(windowLoss(spans, min(0), null)).toBe(min(18));
    expect(windowLoss(spans, min(0), min(18))).toBe(min(11));
  });

  it('an incident is decided once', () => {
    expect([...reachable(INCIDENT_LIFE, 'proposed')].sort()).toEqual(['approved', 'dismissed', 'proposed']);
    expect(ends(INCIDENT_LIFE).sort()).toEqual(['approved', 'dismissed']);
  });
});
