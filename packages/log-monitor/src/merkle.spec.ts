import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CompactRange, leafHash, rootByInclusion } from './merkle';

interface Inclusion {
  readonly desc: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly root: string;
  readonly leafHash: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}

const vectors = JSON.parse(
  readFileSync(join(__dirname, '../../../test/fixtures/merkle/vectors.json'), 'utf8'),
) as Record<string, Inclusion>;
const inclusion = Object.entries(vectors).filter(([name]) => name.startsWith('inclusion/'));
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

describe('the Merkle tree of RFC 6962', () => {
  it.each(inclusion)(
    'agrees with the public vector %s',
    (_, { leafIdx, treeSize, root, leafHash: leaf, proof, wantErr }) => {
      const found = rootByInclusion(bytes(leaf), leafIdx, treeSize, (proof ?? []).map(bytes));
      expect(found?.equals(bytes(root)) ?? false).toBe(!wantErr);
    },
  );

  it('has the roots that the definition gives, at every size as it grows', () => {
    const hashes = Array.from({ length: 70 }, (_, no) => leafHash(Buffer.from(`leaf ${no}`)));
    const range = new CompactRange();
    expect(range.root().toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    for (let size = 1; size <= hashes.length; size += 1) {
      range.append(hashes[size - 1]!);
      expect(range.root().equals(byDefinition(hashes.slice(0, size)))).toBe(true);
    }
  });

  it('grows on from an edge that was kept', () => {
    const range = new CompactRange();
    for (let no = 0; no < 21; no += 1) range.append(leafHash(Buffer.of(no)));
    const kept = new CompactRange(range.size, [...range.hashes]);
    for (const each of [range, kept]) each.append(leafHash(Buffer.of(99)));
    expect(kept.root().equals(range.root())).toBe(true);
    expect(() => new CompactRange(5, [...range.hashes])).toThrow('not the edge');
  });
});

/** RFC 6962, section 2.1, word for word: split at the largest power of two below the size. */
function byDefinition(hashes: readonly Buffer[]): Buffer {
  if (hashes.length === 1) return hashes[0]!;
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  const range = new CompactRange(2, [nodeOf(byDefinition(hashes.slice(0, split)), byDefinition(hashes.slice(split)))]);
  return range.root();
}

function nodeOf(left: Buffer, right: Buffer): Buffer {
  const range = new CompactRange();
  range.append(left);
  range.append(right);
  return range.root();
}
