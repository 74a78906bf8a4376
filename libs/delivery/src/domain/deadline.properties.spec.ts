import fc from 'fast-check';
import { instant, MS_PER_MINUTE, MS_PER_SECOND, plus, type Instant } from '@hz/kernel';
import { NO_ACCOMMODATION, WINDOW_POLICIES, type SectionRule, type SessionRules } from '@hz/registration/contract';
import { enterSection, nextSections, openingState, type SectionState } from '../contract';
import { graceEndOf, workingTime } from './deadline';
import { deadlineFor, extendedSections, sectionPlanOf, type GivenBack, type SittingTerms } from './sitting';

const RUNS = { numRuns: 3_000 };
const OPENS_AT = instant(Date.UTC(2026, 10, 28, 1));

const upTo = (max: number) => fc.integer({ min: 0, max });
const minutes = fc.integer({ min: 1, max: 1_440 });
/** Incidents are measured, and so last any number of milliseconds. */
const lostMs = fc.oneof(fc.constant(0), upTo(240 * MS_PER_MINUTE));
const accommodation = fc.record({ extraTimePercent: upTo(300), breakMinutes: upTo(480) });
const givenBack = fc.record({ incidentsMs: lostMs, windowShiftMs: lostMs });
const rulesOf = (windowPolicy: fc.Arbitrary<SessionRules['windowPolicy']>, sections = fc.constant<SectionRule[]>([])) =>
  fc.record({
    durationMinutes: minutes,
    lateEntryMinutes: fc.constant(null),
    earliestHandInMinutes: fc.constant(0),
    graceSeconds: upTo(3_600),
    shuffleItems: fc.boolean(),
    shuffleChoices: fc.boolean(),
    windowPolicy,
    sections,
  });
const anyPolicy = fc.constantFrom(...WINDOW_POLICIES);

interface Sitting {
  readonly terms: SittingTerms;
  readonly given: GivenBack;
  /** Within the window, as far as incidents have moved its end: nobody starts outside. */
  readonly startedAt: Instant;
}

const sittingOf = (rules: fc.Arbitrary<SessionRules>, sectionIds: readonly string[] = []): fc.Arbitrary<Sitting> =>
  fc
    .record({
      rules,
      accommodation,
      given: givenBack,
      windowMs: upTo(12 * 60 * MS_PER_MINUTE),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ rules: each, accommodation: granted, given, windowMs, share }) => ({
      terms: { rules: each, accommodation: granted, opensAt: OPENS_AT, closesAt: plus(OPENS_AT, windowMs), sectionIds },
      given,
      startedAt: plus(OPENS_AT, (windowMs + given.windowShiftMs) * share),
    }));
const sitting = sittingOf(rulesOf(anyPolicy));
const deadline = ({ terms, startedAt, given }: Sitting): Instant => deadlineFor(terms, startedAt, given);
const withTerms = (one: Sitting, terms: Partial<SittingTerms>): Sitting => ({
  ...one,
  terms: { ...one.terms, ...terms },
});

describe('P4: the deadline, whatever the rules', () => {
  it('is a whole millisecond, never before the start, and never later than the working time with what incidents took', () => {
    fc.assert(
      fc.property(sitting, (one) => {
        const at = deadline(one);
        const { rules, accommodation: granted } = one.terms;
        expect(Number.isSafeInteger(at)).toBe(true);
        expect(at).toBeGreaterThanOrEqual(one.startedAt);
        expect(at - one.startedAt).toBeLessThanOrEqual(workingTime(rules, granted) + one.given.incidentsMs);
      }),
      RUNS,
    );
  });

  it('gives exactly the working time where one may work past the close, and does not depend on the window', () => {
    fc.assert(
      fc.property(sittingOf(rulesOf(fc.constant('start-by-close'))), minutes, (one, later) => {
        const at = deadline(one);
        expect(at - one.startedAt).toBe(workingTime(one.terms.rules, one.terms.accommodation) + one.given.incidentsMs);
        const closesAt = plus(one.terms.closesAt, later * MS_PER_MINUTE);
        expect(deadline(withTerms(one, { closesAt }))).toBe(at);
      }),
      RUNS,
    );
  });

  it('is bounded by the window where all must have handed in by its close', () => {
    fc.assert(
      fc.property(sittingOf(rulesOf(fc.constant('hand-in-by-close'))), (one) => {
        const plain = {
          ...withTerms(one, { accommodation: NO_ACCOMMODATION }),
          given: { ...one.given, incidentsMs: 0 },
        };
        expect(deadline(plain)).toBeLessThanOrEqual(plus(one.terms.closesAt, one.given.windowShiftMs));
      }),
      RUNS,
    );
  });

  it('P12: comes later by all that an accommodation and incidents give, to the millisecond, however near the close', () => {
    fc.assert(
      fc.property(sitting, (one) => {
        const { rules, accommodation: granted } = one.terms;
        const plain = {
          ...withTerms(one, { accommodation: NO_ACCOMMODATION }),
          given: { ...one.given, incidentsMs: 0 },
        };
        const extra = workingTime(rules, granted) - workingTime(rules, NO_ACCOMMODATION);
        expect(extra).toBeGreaterThanOrEqual((rules.durationMinutes * MS_PER_MINUTE * granted.extraTimePercent) / 100);
        expect(deadline(one) - deadline(plain)).toBe(extra + one.given.incidentsMs);
      }),
      RUNS,
    );
  });

  const more = upTo(300);
  const longer: [string, (one: Sitting, by: number) => Sitting][] = [
    ['a later start', (one, by) => ({ ...one, startedAt: plus(one.startedAt, by * MS_PER_SECOND) })],
    ['a later close', (one, by) => withTerms(one, { closesAt: plus(one.terms.closesAt, by * MS_PER_SECOND) })],
    [
      'a longer limit',
      (one, by) =>
        withTerms(one, { rules: { ...one.terms.rules, durationMinutes: one.terms.rules.durationMinutes + by } }),
    ],
    [
      'a larger share of extra time',
      ({ terms, ...rest }, by) => {
        const extraTimePercent = terms.accommodation.extraTimePercent + by;
        return { ...rest, terms: { ...terms, accommodation: { ...terms.accommodation, extraTimePercent } } };
      },
    ],
    [
      'longer breaks',
      ({ terms, ...rest }, by) => {
        const breakMinutes = terms.accommodation.breakMinutes + by;
        return { ...rest, terms: { ...terms, accommodation: { ...terms.accommodation, breakMinutes } } };
      },
    ],
    ['a longer incident', (one, by) => ({ ...one, given: { ...one.given, incidentsMs: one.given.incidentsMs + by } })],
    [
      'a window moved more',
      (one, by) => ({ ...one, given: { ...one.given, windowShiftMs: one.given.windowShiftMs + by } }),
    ],
  ];
  it.each(longer)('is never earlier for %s', (_, change) => {
    fc.assert(
      fc.property(sitting, more, (one, by) => {
        expect(deadline(change(one, by))).toBeGreaterThanOrEqual(deadline(one));
      }),
      RUNS,
    );
  });

  it('is the same whether incidents are approved one by one, in any order, or together', () => {
    fc.assert(
      fc.property(sitting, lostMs, lostMs, (one, first, second) => {
        const after = (...lost: number[]) =>
          deadline({ ...one, given: { ...one.given, incidentsMs: lost.reduce((a, b) => a + b, 0) } });
        expect(after(first, second)).toBe(plus(after(first), second));
        expect(after(second, first)).toBe(after(first, second));
      }),
      RUNS,
    );
  });

  it('takes the grace along: as long as the rules say, whatever moves the deadline', () => {
    fc.assert(
      fc.property(sitting, lostMs, (one, lost) => {
        const { rules } = one.terms;
        const grace = (at: Instant) => graceEndOf(at, rules) - at;
        expect(grace(deadline(one))).toBe(rules.graceSeconds * MS_PER_SECOND);
        expect(grace(plus(deadline(one), lost))).toBe(grace(deadline(one)));
      }),
      RUNS,
    );
  });
});

const IDS = ['s1', 's2', 's3'];
const sectionRule = (id: string): fc.Arbitrary<SectionRule> =>
  fc.record({
    id: fc.constant(id),
    navigation: fc.constantFrom('free' as const, 'one-way' as const),
    time: fc.constantFrom('own' as const, 'own' as const, 'shared' as const),
    minutes: fc.integer({ min: 1, max: 300 }),
    carryOver: fc.boolean(),
  });
const withSections = sittingOf(
  rulesOf(
    anyPolicy,
    fc.tuple(...IDS.map(sectionRule)).map((list) => [...list]),
  ),
  IDS,
);

/** Where somebody stands who has gone on to the next section after each of these shares of the time that is left. */
function walked({ terms, startedAt }: Sitting, deadlineAt: Instant, shares: readonly number[]): SectionState {
  const plan = sectionPlanOf(terms, deadlineAt);
  let at = startedAt;
  let state = openingState(plan, at);
  for (const share of shares) {
    const next = nextSections(plan, state);
    if (next === null) break;
    at = plus(at, ((state.endsAt ?? deadlineAt) - at) * share);
    const verdict = enterSection(plan, state, next.ids[0]!, at);
    if (verdict.enter) state = verdict.state;
  }
  return state;
}

const walk = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 });

describe('P4: sections after the deadline was moved', () => {
  const standing = fc.tuple(withSections, walk).map(([one, shares]) => {
    const deadlineAt = deadline(one);
    const sectionState = walked(one, deadlineAt, shares);
    return { one, at: { sectionState, sectionEndsAt: sectionState.endsAt as Instant | null, deadlineAt } };
  });
  const later = ({ terms, startedAt, given }: Sitting, lost: number): Instant =>
    deadlineFor(terms, startedAt, { ...given, incidentsMs: given.incidentsMs + lost });

  it('the open section grows by all that was lost, never ends after the sitting, and with it where it did before', () => {
    fc.assert(
      fc.property(standing, lostMs, ({ one, at }, lost) => {
        const end = later(one, lost);
        const { sectionState, sectionEndsAt } = extendedSections(at, lost, end);
        expect(sectionState).toEqual({ ...at.sectionState, endsAt: sectionEndsAt });
        if (at.sectionEndsAt === null) return expect(sectionEndsAt).toBeNull();
        expect(Number.isSafeInteger(sectionEndsAt)).toBe(true);
        expect(sectionEndsAt).toBeLessThanOrEqual(end);
        expect(sectionEndsAt! - at.sectionEndsAt).toBe(lost);
        if (at.sectionEndsAt === at.deadlineAt) expect(sectionEndsAt).toBe(end);
      }),
      RUNS,
    );
  });

  it('two approvals one after the other do what one does for both', () => {
    fc.assert(
      fc.property(standing, lostMs, lostMs, ({ one, at }, first, second) => {
        const between = later(one, first);
        const moved = { ...extendedSections(at, first, between), deadlineAt: between };
        const end = later(one, first + second);
        expect(extendedSections(moved, second, end)).toEqual(extendedSections(at, first + second, end));
      }),
      RUNS,
    );
  });

  it('a window that moved for everybody gives a section of its own time no more than it lost', () => {
    fc.assert(
      fc.property(standing, lostMs, lostMs, ({ one, at }, lost, shift) => {
        const given = { incidentsMs: one.given.incidentsMs + lost, windowShiftMs: one.given.windowShiftMs + shift };
        const end = deadlineFor(one.terms, one.startedAt, given);
        const { sectionEndsAt } = extendedSections(at, lost, end);
        if (at.sectionEndsAt === null) return expect(sectionEndsAt).toBeNull();
        const isWholeTime = at.sectionEndsAt === at.deadlineAt;
        expect(sectionEndsAt).toBe(isWholeTime ? end : plus(at.sectionEndsAt, lost));
        expect(sectionEndsAt).toBeLessThanOrEqual(end);
      }),
      RUNS,
    );
  });
});
