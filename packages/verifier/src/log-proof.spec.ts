import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { equal, fromBase64, type Bytes } from './bytes';
import { rootFrom } from './log-proof';

interface Case {
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  /** Go's empty slice is null. */
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
const file = join(__dirname, '../../../test/fixtures/merkle/vectors.json');
const cases = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, Case>).filter(
  ([, given]) => 'leafIdx' in given,
);
const bytes = (text: string): Bytes => fromBase64(text)!;

describe('inclusion, by the vectors of transparency.dev', () => {
  it('has right and wrong ones', () => {
    expect(new Set(cases.map(([, { wantErr }]) => wantErr)).size).toBe(2);
    expect(cases.length).toBeGreaterThan(50);
  });

  it.each(cases)('%s', async (_, { leafHash, leafIdx, treeSize, proof, root, wantErr }) => {
    const sizes = (proof ?? []).map(bytes);
    const hashes = [bytes(leafHash), ...sizes].every(({ length }) => length === 32);
    const found = leafIdx < 0 || !hashes ? null : await rootFrom(bytes(leafHash), leafIdx, treeSize, sizes);
    expect(found !== null && equal(found, bytes(root))).toBe(!wantErr);
  });
});
