import fc from 'fast-check';
import { journalHash, journalPart, newestLinks, valueDigest, type ValuedFacts } from './journal';
import { journalPartSchema, type JournalPart } from './journal-schemas';

const BEACON = { at: 1_800_000_000_000, lastSeq: 3, mac: 'ab'.repeat(32) };
const link = (seq: number, value: string, sinceMs: number | null = 1_000): ValuedFacts => ({
  seq,
  itemRef: 'i01',
  value,
  digest: valueDigest(value),
  at: 1_800_000_000_500,
  leaseNo: 1,
  mark: sinceMs === null ? null : { beacon: BEACON, sinceMs },
});
const PART = journalPart('', [link(4, 'a'), link(5, 'b'), link(4, 'aa', 2_000), link(6, 'c', null)]);

describe('a journal on its way to the server', () => {
  it('keeps the shape that is agreed, each beacon once, and values of the newest alone', () => {
    expect(journalPartSchema.parse(JSON.parse(JSON.stringify(PART)))).toEqual(PART);
    expect(PART.beacons).toEqual([BEACON]);
    expect(PART.links.map(({ value }) => value)).toEqual([undefined, 'b', 'aa', 'c']);
  });

  it('gives back the newest of each number, in the order of the chain', () => {
    const newest = newestLinks(PART)!;
    expect(newest.map(({ seq, value, intact }) => [seq, value, intact])).toEqual([
      [5, 'b', true],
      [4, 'aa', true],
      [6, 'c', true],
    ]);
    expect(newest.map(({ mark }) => mark?.sinceMs ?? null)).toEqual([1_000, 2_000, null]);
  });

  it('may go on from what was acknowledged and removed', () => {
    const before = journalHash(link(3, 'z'), '');
    expect(newestLinks(journalPart(before, [link(4, 'a')]))![0]!.intact).toBe(true);
  });

  it.each<[string, (part: JournalPart) => JournalPart]>([
    ['a value', (part) => ({ ...part, links: part.links.with(3, { ...part.links[3]!, value: 'forged' }) })],
    ['a time', (part) => ({ ...part, links: part.links.with(0, { ...part.links[0]!, sinceMs: 1 }) })],
    ['an earlier version', (part) => ({ ...part, links: part.links.slice(1) })],
    ['a beacon', (part) => ({ ...part, beacons: [{ ...BEACON, at: BEACON.at + 1 }] })],
    ['the order', (part) => ({ ...part, links: [part.links[1]!, part.links[0]!, ...part.links.slice(2)] })],
    ['what lay before', (part) => ({ ...part, previous: 'cd'.repeat(32) })],
  ])('shows when somebody has changed %s', (_, change) => {
    expect(newestLinks(change(PART))!.every(({ intact }) => intact)).toBe(false);
  });

  it('is of no use without its beacons, or without a value', () => {
    expect(newestLinks({ ...PART, beacons: [] })).toBeNull();
    const { value: _, ...bare } = PART.links[3]!;
    expect(newestLinks({ ...PART, links: PART.links.with(3, bare) })).toBeNull();
  });

  it('comes through whole, whatever was written', () => {
    const links = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 5 }), fc.string(), fc.option(fc.integer())).map((given) => link(...given)),
      { minLength: 1, maxLength: 20 },
    );
    fc.assert(
      fc.property(links, (given) => {
        const newest = newestLinks(journalPart('', given))!;
        const last = new Map(given.map(({ seq, value }) => [seq, value]));
        expect(new Map(newest.map(({ seq, value }) => [seq, value]))).toEqual(last);
        expect(newest.every(({ intact }) => intact)).toBe(true);
      }),
    );
  });
});
