import fc from 'fast-check';
import { instant, MS_PER_MINUTE } from '@hz/kernel';
import type { SectionRule } from '@hz/registration/contract';
import { enterSection, groupsOf, openingState, type SectionPlan } from './sections';

const min = (n: number) => instant(n * MS_PER_MINUTE);
const oneWay = (id: string, more: Partial<SectionRule> = {}): SectionRule => ({
  id,
  navigation: 'one-way',
  time: 'shared',
  ...more,
});
const own = (id: string, minutes: number, more: Partial<SectionRule> = {}): SectionRule =>
  oneWay(id, { time: 'own', minutes, ...more });
const plan = (ids: string[], rules: SectionRule[], stretch = 1): SectionPlan => ({
  ids,
  rules,
  stretch,
  deadlineAt: min(200),
});

describe('sections', () => {
  it('without rules all are open the whole time', () => {
    expect(openingState(plan(['s1', 's2'], []), min(0))).toMatchObject({
      open: ['s1', 's2'],
      closed: [],
      endsAt: null,
    });
  });

  it('a one-way section stands alone between free neighbours', () => {
    expect(groupsOf({ ids: ['a', 'b', 'c', 'd', 'e'], rules: [oneWay('c')] })).toEqual([['a', 'b'], ['c'], ['d', 'e']]);
  });

  it('own time stretches with an accommodation, is carried over where said, and never passes the deadline', () => {
    const sections = plan(['a', 'b'], [own('a', 40, { carryOver: true }), own('b', 60)], 1.5);
    const first = openingState(sections, min(0));
    expect(first.endsAt).toBe(min(60));
    const second = enterSection(sections, first, 'b', min(50));
    expect(second).toMatchObject({ enter: true, state: { open: ['b'], closed: ['a'], endsAt: min(150) } });
    const late = enterSection(sections, first, 'b', min(190));
    expect(late).toMatchObject({ enter: true, state: { endsAt: min(200) } });
  });

  it('holds a candidate in a section for its minimum', () => {
    const sections = plan(['a', 'b'], [own('a', 40, { minMinutes: 20 })]);
    expect(enterSection(sections, openingState(sections, min(0)), 'b', min(19))).toEqual({
      enter: false,
      why: 'too-early',
    });
    expect(enterSection(sections, openingState(sections, min(0)), 'b', min(20))).toMatchObject({ enter: true });
  });

  it('S6: no order of calls skips a section, opens a closed one, or restarts a clock', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const rules = [own('a', 10), oneWay('b'), own('c', 20, { carryOver: true }), own('d', 10)];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...ids, 'x'), fc.nat(30)), { maxLength: 30 }), (calls) => {
        const sections = plan(ids, rules);
        let [state, now] = [openingState(sections, min(0)), 0];
        for (const [target, wait] of calls) {
          now += wait;
          const before = state;
          const verdict = enterSection(sections, state, target, min(now));
          if (!verdict.enter) continue;
          state = verdict.state;
          if (state === before) continue;
          expect(ids.indexOf(state.open[0]!)).toBe(ids.indexOf(before.open[0]!) + 1);
          expect(state.closed).toEqual([...before.closed, ...before.open]);
          expect(state.endsAt ?? 0).toBeLessThanOrEqual(sections.deadlineAt);
        }
        expect(new Set([...state.open, ...state.closed]).size).toBe(state.open.length + state.closed.length);
      }),
    );
  });
});
