import { checkedChain, CHAIN_START, linked, type Link } from './chain';
import type { JournalEntry } from './resume';

const entry = (seq: number, value = 'a'): JournalEntry => ({
  seq,
  itemRef: 'i01',
  value,
  at: 1,
  sent: false,
  leaseNo: 1,
});

function chain(...entries: JournalEntry[]): Link[] {
  const links: Link[] = [];
  for (const each of entries) links.push(linked(each, links.at(-1)?.hash ?? CHAIN_START));
  return links;
}

describe('P1 the chain of the journal', () => {
  it('gives back what was written', () => {
    expect(checkedChain(chain(entry(1), entry(2)))).toEqual({ sound: [entry(1), entry(2)], damaged: 0 });
  });

  it('holds although its acknowledged beginning is gone', () => {
    expect(checkedChain(chain(entry(1), entry(2), entry(3)).slice(1)).damaged).toBe(0);
  });

  it('lets the last entry of a number win', () => {
    expect(checkedChain(chain(entry(1, 'a'), entry(1, 'ab'))).sound).toEqual([entry(1, 'ab')]);
  });

  it('finds a changed entry and leaves it out', () => {
    const links = chain(entry(1), entry(2), entry(3));
    links[1] = { ...links[1]!, value: 'forged' };
    const { sound, damaged } = checkedChain(links);
    expect(sound.map(({ seq }) => seq)).toEqual([1, 3]);
    expect(damaged).toBe(1);
  });

  it('finds a missing entry', () => {
    const [first, , third] = chain(entry(1), entry(2), entry(3));
    expect(checkedChain([first!, third!]).damaged).toBe(1);
  });
});
