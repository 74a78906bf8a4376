import fc from 'fast-check';
import { grownTiles } from './growth';
import { leafHash, nodeHash, sameBytes, splitOf, EMPTY_ROOT } from './merkle-hash';
import { isConsistent, isIncluded } from './proofs';
import { consistencyRanges, hashOfRange, inclusionRanges, type Node, type Range } from './ranges';
import { edgeOf, hashWithin, placeOf, tileKey, type Tile } from './tiles';

const LARGEST = 700;
const hashes = Array.from({ length: LARGEST }, (_, no) => leafHash(new TextEncoder().encode(`leaf ${no}`)));

/** RFC 6962, 2.1, word for word: without tiles and without ranges. */
function rootOf(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return EMPTY_ROOT;
  if (leaves.length === 1) return leaves[0]!;
  const k = splitOf(leaves.length);
  return nodeHash(rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

const treeOf = (size: number) => ({ size, root: rootOf(hashes.slice(0, size)) });
const proofOf = (ranges: readonly Range[]) => ranges.map(({ start, end }) => rootOf(hashes.slice(start, end)));
const size = fc.integer({ min: 1, max: LARGEST });

/** A size, and something smaller. */
const pair = size.chain((large) => fc.tuple(fc.integer({ min: 0, max: large - 1 }), fc.constant(large)));

function withOneBit(proof: readonly Uint8Array[], at: number, bit: number): Uint8Array[] {
  return proof.map((hash, no) =>
    no === at ? hash.map((byte, place) => (place === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte)) : hash,
  );
}

describe('proofs of any tree', () => {
  it('show every leaf at its place and nowhere else', () => {
    fc.assert(
      fc.property(pair, fc.nat(), fc.nat({ max: 255 }), ([index, of], which, bit) => {
        const tree = treeOf(of);
        const proof = proofOf(inclusionRanges(index, of));
        expect(isIncluded(hashes[index]!, index, proof, tree)).toBe(true);
        expect(isIncluded(hashes[(index + 1) % LARGEST]!, index, proof, tree)).toBe(false);
        if (of > 1) expect(isIncluded(hashes[index]!, (index + 1) % of, proof, tree)).toBe(false);
        if (proof.length > 0) {
          expect(isIncluded(hashes[index]!, index, withOneBit(proof, which % proof.length, bit), tree)).toBe(false);
          expect(isIncluded(hashes[index]!, index, proof.slice(1), tree)).toBe(false);
        }
        expect(isIncluded(hashes[index]!, index, [...proof, hashes[0]!], tree)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('show that a tree continues a smaller one, and no other', () => {
    fc.assert(
      fc.property(pair, fc.nat(), fc.nat({ max: 255 }), ([small, large], which, bit) => {
        const [from, to] = [treeOf(small), treeOf(large)];
        const proof = proofOf(consistencyRanges(small, large));
        expect(isConsistent(from, to, proof)).toBe(true);
        expect(isConsistent({ ...from, root: hashes[0]!.map((byte) => byte ^ 1) }, to, proof)).toBe(false);
        if (proof.length === 0) return;
        expect(isConsistent(from, to, withOneBit(proof, which % proof.length, bit))).toBe(false);
        expect(isConsistent(from, to, proof.slice(1))).toBe(false);
        expect(isConsistent(from, { ...to, root: from.root }, proof)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('come out of tiles as RFC 6962 has them, however the tree grew', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(steps, (added) => {
        const tiles = new Map<string, Tile>();
        let grown = 0;
        for (const count of added.filter((_, no) => added.slice(0, no + 1).reduce((a, b) => a + b) <= LARGEST)) {
          const edge = edgeOf(grown).map((id) => tiles.get(tileKey(id))!);
          const leaves = hashes.slice(grown, grown + count);
          for (const tile of grownTiles(grown, edge, leaves)) tiles.set(tileKey(tile), tile);
          grown += count;
        }
        const fromTiles = (node: Node) => {
          const { tile, at, count } = placeOf(node);
          return hashWithin(tiles.get(tileKey(tile))!, at, count);
        };
        expect(sameBytes(hashOfRange({ start: 0, end: grown }, fromTiles), rootOf(hashes.slice(0, grown)))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
