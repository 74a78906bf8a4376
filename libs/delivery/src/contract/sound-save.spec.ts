import fc from 'fast-check';
import { saveSchema } from './attempt';
import { isSoundSave } from './sound-save';

const LEASE = '01900000-0000-7000-8000-000000000001';
const sound = (value: unknown) => ({ leaseId: LEASE, saves: [{ seq: 7, itemRef: 'i07', value }] });

describe('a sound save', () => {
  it.each([['c1'], [''], ['一段回答'], [null], [['c1', 'c2']], [[]]])('is what pages send: %j', (value) => {
    expect(isSoundSave(sound(value))).toBe(true);
  });

  const anything = fc.oneof(
    fc.jsonValue(),
    fc.string({ maxLength: 40 }),
    fc.integer(),
    fc.constant(null),
    fc.array(fc.string({ maxLength: 40 }), { maxLength: 30 }),
  );
  const leaseId = fc.oneof(fc.uuid(), fc.constant(LEASE), anything);
  const save = fc.record(
    {
      seq: fc.oneof(fc.integer({ min: -2, max: 1_000_002 }), anything),
      itemRef: fc.oneof(fc.constantFrom('i01', 'i123', 'i1', 'i1234', 'I01', 'i01\n'), anything),
      value: anything,
    },
    { requiredKeys: [] },
  );
  const bodies = fc.oneof(
    fc.record({ leaseId, saves: fc.oneof(fc.array(save, { maxLength: 3 }), anything) }, { requiredKeys: [] }),
    anything,
  );

  it('is always one that the schema takes unchanged', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        if (!isSoundSave(body)) return;
        expect(saveSchema.parse(body)).toEqual(body);
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['too many saves', { leaseId: LEASE, saves: Array.from({ length: 201 }, () => sound('a').saves[0]) }],
    ['no save', { leaseId: LEASE, saves: [] }],
    ['too long a text', sound('x'.repeat(20_001))],
    ['too many choices', sound(Array.from({ length: 27 }, () => 'a'))],
    ['an object', sound({ a: 'b' })],
  ])('is not %s', (_, body) => {
    expect(isSoundSave(body)).toBe(false);
  });
});
