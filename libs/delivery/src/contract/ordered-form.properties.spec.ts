import fc from 'fast-check';
import { points, shuffled, type Interaction } from '@hz/kernel';
import type { CandidateForm } from '@hz/assembly/contract';
import { orderedForm, type ShuffleRules } from './ordered-form';

const RUNS = { numRuns: 1_000 };
type Item = CandidateForm['sections'][number]['items'][number];

const options = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}${index}`, text: { zh: `选项${index}` } }));
const many = fc.integer({ min: 2, max: 8 });
const interaction: fc.Arbitrary<Interaction> = fc.oneof(
  fc.record({
    type: fc.constant('single-choice' as const),
    choices: many.map((n) => options('c', n)),
    shuffle: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('multiple-response' as const),
    choices: many.map((n) => options('m', n)),
    shuffle: fc.boolean(),
    maxChoices: fc.constant(0),
  }),
  fc.record({ type: fc.constant('order' as const), choices: many.map((n) => options('o', n)) }),
  fc.record({
    type: fc.constant('match' as const),
    sources: many.map((n) => options('s', n)),
    targets: many.map((n) => options('t', n)),
    shuffle: fc.boolean(),
  }),
  fc.constant<Interaction>({ type: 'inline-choice', gaps: [{ id: 'g1', choices: options('g', 3) }] }),
  fc.constant<Interaction>({ type: 'extended-text', maxLength: 500 }),
);
const form: fc.Arbitrary<CandidateForm> = fc
  .array(fc.array(interaction, { maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map((sections) => {
    let no = 0;
    const itemOf = (one: Interaction): Item => {
      no += 1;
      return {
        ref: `i${String(no).padStart(2, '0')}`,
        points: points('2'),
        body: { stem: { zh: `题干${no}` }, interaction: one },
      };
    };
    return {
      formId: '01900000-0000-7000-8000-000000000001',
      title: { zh: '试卷' },
      sections: sections.map((list, index) => ({
        id: `s${index + 1}`,
        component: 'theory' as const,
        title: { zh: `第${index + 1}部分` },
        items: list.map(itemOf),
      })),
    };
  });
const seed = fc.string({ minLength: 1, maxLength: 40 });
const rules = fc.record({ shuffleItems: fc.boolean(), shuffleChoices: fc.boolean() });

const refsOf = ({ sections }: CandidateForm) => sections.map(({ items }) => items.map(({ ref }) => ref));
const itemsOf = ({ sections }: CandidateForm) =>
  new Map(sections.flatMap(({ items }) => items.map((item) => [item.ref, item])));
const byId = <T extends { id: string }>(list: readonly T[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Whether this list of an interaction may change its order at all. */
function isMixed(one: Interaction, list: 'choices' | 'targets', { shuffleChoices }: ShuffleRules): boolean {
  if (one.type === 'order') return list === 'choices';
  return shuffleChoices && 'shuffle' in one && one.shuffle && list === (one.type === 'match' ? 'targets' : 'choices');
}

describe('P5: the order of any form', () => {
  it('is a permutation: sections keep their places, and every item and option is there once, unchanged', () => {
    fc.assert(
      fc.property(form, seed, rules, (given, key, how) => {
        const ordered = orderedForm(given, key, how);
        expect(ordered.sections.map(({ id }) => id)).toEqual(given.sections.map(({ id }) => id));
        expect(refsOf(ordered).map((refs) => [...refs].sort())).toEqual(refsOf(given));
        const before = itemsOf(given);
        for (const [ref, item] of itemsOf(ordered))
          expect(inStoredOrder(item)).toEqual(inStoredOrder(before.get(ref)!));
      }),
      RUNS,
    );
  });

  it('leaves what is not to be shuffled in its place', () => {
    fc.assert(
      fc.property(form, seed, rules, (given, key, how) => {
        const ordered = orderedForm(given, key, how);
        if (!how.shuffleItems) expect(refsOf(ordered)).toEqual(refsOf(given));
        const before = itemsOf(given);
        for (const [ref, { body }] of itemsOf(ordered)) {
          const was = before.get(ref)!.body.interaction;
          for (const list of ['choices', 'targets'] as const) {
            if (!isMixed(was, list, how)) expect(listOf(body.interaction, list)).toEqual(listOf(was, list));
          }
        }
      }),
      RUNS,
    );
  });

  it('is the same on both sides: for a copy that went over the wire, and for whoever has opened only some sections yet', () => {
    fc.assert(
      fc.property(form, seed, rules, fc.nat(), (given, key, how, pick) => {
        const ordered = orderedForm(given, key, how);
        expect(orderedForm(JSON.parse(JSON.stringify(given)) as CandidateForm, key, how)).toEqual(ordered);
        const index = pick % given.sections.length;
        const sections = given.sections.map((part, no) => (no === index ? part : { ...part, items: [] }));
        expect(orderedForm({ ...given, sections }, key, how).sections[index]).toEqual(ordered.sections[index]);
      }),
      RUNS,
    );
  });

  it('of an item does not depend on the items around it, so that whether items are shuffled changes no choices', () => {
    fc.assert(
      fc.property(form, seed, fc.boolean(), (given, key, shuffleChoices) => {
        const moved = itemsOf(orderedForm(given, key, { shuffleItems: true, shuffleChoices }));
        const inPlace = itemsOf(orderedForm(given, key, { shuffleItems: false, shuffleChoices }));
        for (const [ref, item] of inPlace) expect(moved.get(ref)).toEqual(item);
      }),
      RUNS,
    );
  });
});

describe('P5: the seeds', () => {
  const SEEDS = Array.from({ length: 6_000 }, (_, no) => `seed-${no}`);
  /** 99.9 % points of the chi-square distribution, by degrees of freedom. The seeds are fixed, so that the figure is too. */
  const CRITICAL: Readonly<Record<number, number>> = { 7: 24.32, 23: 49.73 };
  const chiSquare = (counts: readonly number[]) => {
    const expected = SEEDS.length / counts.length;
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  };

  it('spread evenly over all orders of four items', () => {
    const counts = new Map<string, number>();
    for (const key of SEEDS) {
      const order = shuffled(['a', 'b', 'c', 'd'], key).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(24);
    expect(chiSquare([...counts.values()])).toBeLessThan(CRITICAL[23]!);
  });

  it('bring each item of a section to each place equally often, and each choice in an item', () => {
    const items = Array.from({ length: 8 }, (_, index) => ({
      ref: `i0${index + 1}`,
      points: points('2'),
      body: {
        stem: { zh: '题干' },
        interaction: { type: 'single-choice' as const, choices: options('c', 8), shuffle: true },
      },
    }));
    const section = { id: 's1', component: 'theory' as const, title: { zh: '一' }, items };
    const given: CandidateForm = {
      formId: '01900000-0000-7000-8000-000000000001',
      title: { zh: '试卷' },
      sections: [section],
    };
    const places = items.map(() => items.map(() => 0));
    const choicePlaces = items.map(() => items.map(() => 0));
    for (const key of SEEDS) {
      const ordered = orderedForm(given, key, { shuffleItems: true, shuffleChoices: true }).sections[0]!.items;
      ordered.forEach(({ ref }, place) => (places[Number(ref.slice(1)) - 1]![place]! += 1));
      const { interaction: first } = ordered.find(({ ref }) => ref === 'i01')!.body;
      listOf(first, 'choices')!.forEach(({ id }, place) => (choicePlaces[Number(id.slice(1))]![place]! += 1));
    }
    for (const counts of [...places, ...choicePlaces]) expect(chiSquare(counts)).toBeLessThan(CRITICAL[7]!);
  });

  it('give the order that they gave to the first candidates: it must not change between releases', () => {
    expect(['a', 'b', 'c'].map((key) => shuffled([...'12345678'], key).join(''))).toEqual([
      '58627431',
      '26854137',
      '65284173',
    ]);
  });
});

function listOf(one: Interaction, list: 'choices' | 'targets'): readonly { id: string }[] | undefined {
  return (one as Partial<Record<'choices' | 'targets', readonly { id: string }[]>>)[list];
}

/** The item with its options in one fixed order, so that two are equal when they hold the same things. */
function inStoredOrder(item: Item): Item {
  const one = item.body.interaction;
  const sorted = Object.fromEntries(
    (['choices', 'targets'] as const).flatMap((list) =>
      listOf(one, list) === undefined ? [] : [[list, byId(listOf(one, list)!)]],
    ),
  );
  return { ...item, body: { ...item.body, interaction: { ...one, ...sorted } } as Item['body'] };
}
