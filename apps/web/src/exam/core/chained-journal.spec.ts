import { newestLinks, type TimeMark } from '@hz/delivery/contract';
import { checkedChain } from './chain';
import { ChainedJournal } from './chained-journal';
import type { JournalEntry } from './resume';

const mark = (sinceMs: number): TimeMark => ({
  beacon: { at: 1_800_000_000_000, lastSeq: 0, mac: 'ab'.repeat(32) },
  sinceMs,
});
const entry = (seq: number, value: string, at = seq): JournalEntry => ({
  seq,
  itemRef: 'i01',
  value,
  at,
  sent: false,
  leaseNo: 1,
});

/** A journal whose present moment is so many seconds after its beacon. */
function journal(): { journal: ChainedJournal; at: (seconds: number) => void } {
  let now = 0;
  return { journal: new ChainedJournal(() => mark(now * 1_000)), at: (seconds) => (now = seconds) };
}
const given = (of: ChainedJournal) =>
  newestLinks(of.part()!)!.map(({ seq, value, mark: at, intact }) => [seq, value, at?.sinceMs, intact]);

describe('the journal of a page', () => {
  it('says when each answer was given, and links them', () => {
    const { journal: of, at } = journal();
    at(1);
    of.append([entry(1, 'a')]);
    at(2);
    const links = of.append([entry(2, 'b')]);
    expect(given(of)).toEqual([
      [1, 'a', 1_000, true],
      [2, 'b', 2_000, true],
    ]);
    expect(links[0]!.no).toBe(2);
    expect(checkedChain(links).damaged).toBe(0);
  });

  it('lets what was typed on speak for itself at its own time', () => {
    const { journal: of, at } = journal();
    at(1);
    of.append([entry(1, 'a')]);
    at(5);
    of.append([entry(1, 'ab', 5)]);
    at(9);
    of.append([entry(1, 'a', 9)]);
    expect(given(of)).toEqual([[1, 'a', 9_000, true]]);
  });

  it('keeps the time of an answer that gets another number, or another place in the order of devices', () => {
    const { journal: of, at } = journal();
    at(1);
    of.append([entry(1, 'a'), entry(2, 'b')]);
    at(60);
    of.append([entry(7, 'a', 1), entry(8, 'b', 2)]);
    of.append([entry(8, 'b', 99)]);
    of.prune([7, 8]);
    expect(given(of)).toEqual([
      [7, 'a', 1_000, true],
      [8, 'b', 1_000, true],
    ]);
  });

  it('keeps it as well when the journal is started anew after a crash', () => {
    const { journal: before, at } = journal();
    at(3);
    const links = [...before.append([entry(1, 'a')]), ...before.append([entry(2, 'b')])];
    const { journal: after, at: afterAt } = journal();
    after.take(links);
    afterAt(100);
    const rewritten = after.rewrite([entry(5, 'b', 77), entry(6, 'new')]);
    expect(rewritten.map(({ no }) => no)).toEqual([3, 4]);
    expect(given(after)).toEqual([
      [5, 'b', 3_000, true],
      [6, 'new', 100_000, true],
    ]);
  });

  it('goes on from what was acknowledged and removed', () => {
    const { journal: of } = journal();
    of.append([entry(1, 'a'), entry(2, 'b'), entry(3, 'c')]);
    expect(of.prune([2, 3])).toBe(2);
    expect(of.part()!.previous).toMatch(/^[0-9a-f]{64}$/);
    expect(given(of).map(([seq, , , intact]) => [seq, intact])).toEqual([
      [2, true],
      [3, true],
    ]);
    expect(of.prune([])).toBe(4);
    expect(of.part()).toBeNull();
  });

  it('writes down the newest alone of an essay that was typed for an hour', () => {
    const { journal: of } = journal();
    for (let n = 1; n <= 600; n += 1) of.append([entry(1, 'x'.repeat(n), n)]);
    of.append([entry(2, 'b')]);
    expect(of.part()!.links).toHaveLength(2);
    expect(given(of).map(([seq, , , intact]) => [seq, intact])).toEqual([
      [1, true],
      [2, true],
    ]);
  });
});
