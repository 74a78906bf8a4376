import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isConsistent, isIncluded } from './proofs';

interface InclusionCase {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  /** Go's empty slice is null. */
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
interface ConsistencyCase {
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  /** Go's empty slice is null. */
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const FILE = join(__dirname, '../../../../test/fixtures/merkle/vectors.json');
const cases = Object.entries(JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, InclusionCase | ConsistencyCase>);
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

function holds(given: InclusionCase | ConsistencyCase): boolean {
  const proof = (given.proof ?? []).map(bytes);
  if ('leafIdx' in given) {
    return isIncluded(bytes(given.leafHash), given.leafIdx, proof, { size: given.treeSize, root: bytes(given.root) });
  }
  const [from, to] = [
    { size: given.size1, root: bytes(given.root1) },
    { size: given.size2, root: bytes(given.root2) },
  ];
  return isConsistent(from, to, proof);
}

describe('proofs, by the vectors of transparency.dev', () => {
  it('has right and wrong ones of both kinds', () => {
    const kinds = cases.map(([name, { wantErr }]) => `${name.split('/')[0]} ${wantErr ? 'wrong' : 'right'}`);
    expect(new Set(kinds).size).toBe(4);
  });

  it.each(cases)('%s', (_, given) => expect(holds(given)).toBe(!given.wantErr));
});
