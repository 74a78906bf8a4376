import fc from 'fast-check';
import { points, type Interaction } from '@hz/kernel';
import type { CandidateForm } from '@hz/assembly/contract';
import { orderedForm } from './ordered-form';

const options = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `o${index}`, text: { zh: `选项${index}` } }));
const interactions: Interaction[] = [
  { type: 'single-choice', choices: options(5), shuffle: true },
  { type: 'single-choice', choices: options(5), shuffle: false },
  { type: 'multiple-response', choices: options(6), shuffle: true, maxChoices: 0 },
  { type: 'order', choices: options(5) },
  { type: 'match', sources: options(3), targets: options(5), shuffle: true },
  { type: 'inline-choice', gaps: [{ id: 'g1', choices: options(3) }] },
  { type: 'text-entry', maxLength: 50 },
];
const section = (id: string, from: number) => ({
  id,
  component: 'theory' as const,
  title: { zh: id },
  items: interactions.map((interaction, index) => ({
    ref: `i${String(from + index).padStart(2, '0')}`,
    points: points('2'),
    body: { stem: { zh: '题干' }, interaction },
  })),
});
const form: CandidateForm = {
  formId: '01900000-0000-7000-8000-000000000001',
  title: { zh: '试卷' },
  sections: [section('s1', 1), section('s2', 50)],
};
const BOTH = { shuffleItems: true, shuffleChoices: true };
const NEITHER = { shuffleItems: false, shuffleChoices: false };

/** The form with every list in one fixed order, so that two forms are equal when they hold the same things. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, sorted(part)]));
}

describe('the order of a form', () => {
  it('P5: follows from the seed alone, loses nothing, adds nothing, and moves nothing between sections', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (seed) => {
        const ordered = orderedForm(form, seed, BOTH);
        expect(orderedForm(form, seed, BOTH)).toEqual(ordered);
        expect(ordered.sections.map(({ id }) => id)).toEqual(['s1', 's2']);
        ordered.sections.forEach((part, index) => expect(sorted(part)).toEqual(sorted(form.sections[index])));
      }),
    );
  });

  it('differs between seeds, and does not change the form that it was given', () => {
    const before = structuredClone(form);
    const orders = new Set(Array.from({ length: 20 }, (_, seed) => JSON.stringify(orderedForm(form, `${seed}`, BOTH))));
    expect(orders.size).toBe(20);
    expect(form).toEqual(before);
  });

  it('leaves alone what is not to be shuffled, except what is to be put in order: its stored order may be the key', () => {
    const orders = new Set<string>();
    for (let seed = 0; seed < 20; seed += 1) {
      const { items } = orderedForm(form, `${seed}`, NEITHER).sections[0]!;
      items.forEach((item, index) => {
        if (item.body.interaction.type === 'order') orders.add(JSON.stringify(item.body.interaction.choices));
        else expect(item).toEqual(form.sections[0]!.items[index]);
      });
      const kept = orderedForm(form, `${seed}`, BOTH).sections[0]!.items.find(({ ref }) => ref === 'i02');
      expect(kept).toEqual(form.sections[0]!.items[1]);
    }
    expect(orders.size).toBeGreaterThan(5);
  });
});
