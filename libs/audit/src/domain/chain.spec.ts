import { firstFault, GENESIS, linkHash, type ChainedEntry } from './chain';

const entry = (no: number): ChainedEntry => ({
  no,
  id: `id-${no}`,
  at: 1_000 + no,
  actor: 'account:a',
  action: 'delivery.attempt-submitted',
  objectType: 'attempt',
  objectId: 'x',
  details: { seq: no },
});

function chain(length: number) {
  let previousHash = GENESIS;
  return Array.from({ length }, (_, index) => {
    const link = { ...entry(index + 1), previousHash, hash: linkHash(previousHash, entry(index + 1)) };
    previousHash = link.hash;
    return link;
  });
}

const start = { no: 0, hash: GENESIS };

describe('P8 the audit chain', () => {
  it('is whole when nothing was touched', () => {
    expect(firstFault(chain(5), start)).toBeNull();
  });

  it('shows an altered entry', () => {
    const links = chain(5);
    links[2] = { ...links[2]!, actor: 'account:b' };
    expect(firstFault(links, start)).toEqual({ no: 3, fault: 'altered' });
  });

  it('shows a removed entry', () => {
    const links = chain(5);
    links.splice(2, 1);
    expect(firstFault(links, start)).toEqual({ no: 3, fault: 'number-gap' });
  });

  it('shows an entry that was rewritten with a fresh hash', () => {
    const links = chain(5);
    const forged = { ...entry(3), actor: 'account:b' };
    links[2] = { ...forged, previousHash: links[1]!.hash, hash: linkHash(links[1]!.hash, forged) };
    expect(firstFault(links, start)).toEqual({ no: 4, fault: 'broken-link' });
  });
});
