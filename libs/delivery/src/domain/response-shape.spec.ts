import fc from 'fast-check';
import { responseValueSchema, type Interaction, type ResponseValue } from '@hz/kernel';
import { fits } from './response-shape';

const options = (...ids: string[]) => ids.map((id) => ({ id, text: { zh: id } }));
const single: Interaction = { type: 'single-choice', choices: options('A', 'B'), shuffle: true };
const several: Interaction = {
  type: 'multiple-response',
  choices: options('A', 'B', 'C'),
  shuffle: true,
  maxChoices: 2,
};
const anyNumber: Interaction = { ...several, maxChoices: 0 };
const order: Interaction = { type: 'order', choices: options('A', 'B') };
const match: Interaction = { type: 'match', sources: options('s1', 's2'), targets: options('t1', 't2'), shuffle: true };
const gaps: Interaction = { type: 'inline-choice', gaps: [{ id: 'g1', choices: options('A', 'B') }] };
const text: Interaction = { type: 'text-entry', maxLength: 5 };
const essay: Interaction = { type: 'extended-text', maxLength: 50 };
const number: Interaction = { type: 'numeric-entry' };
const yesNo: Interaction = { type: 'true-false' };

describe('the shape of a response', () => {
  it.each<[Interaction, ResponseValue, boolean]>([
    [single, 'A', true],
    [single, 'Z', false],
    [single, ['A'], false],
    [single, null, true],
    [yesNo, 'true', true],
    [yesNo, 'yes', false],
    [several, [], true],
    [several, ['B', 'A'], true],
    [several, ['A', 'A'], false],
    [several, ['A', 'B', 'C'], false],
    [several, ['A', 'Z'], false],
    [anyNumber, ['A', 'B', 'C'], true],
    [several, 'A', false],
    [order, ['B', 'A'], true],
    [order, ['B', 'B'], false],
    [match, { s1: 't2' }, true],
    [match, { t1: 's1' }, false],
    [match, ['s1', 't1'], false],
    [match, {}, true],
    [gaps, { g1: 'A' }, true],
    [gaps, { g1: 'Z' }, false],
    [gaps, { g2: 'A' }, false],
    [text, '五个字以内', true],
    [text, '超过五个字了', false],
    [text, { a: 'b' }, false],
    [essay, 'a\nb\t c', true],
    [essay, 'a\0b', false],
    [essay, 'half \ud83d of a pair', false],
    [essay, 'whole \ud83d\ude00 pair', true],
    [number, '3.14', true],
    [number, '1'.repeat(101), false],
  ])('%j takes %j: %s', (interaction, value, expected) => {
    expect(fits(interaction, value)).toBe(expected);
  });

  it('never throws, whatever comes', () => {
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.string()),
      fc.dictionary(fc.string(), fc.string()),
      fc.constant(null),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(single, several, order, match, gaps, text, essay, number, yesNo),
        value,
        (interaction, any) => {
          const parsed = responseValueSchema.safeParse(any);
          if (parsed.success) expect(typeof fits(interaction, parsed.data)).toBe('boolean');
        },
      ),
    );
  });
});
