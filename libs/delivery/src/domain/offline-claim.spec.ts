import fc from 'fast-check';
import { instant, plus } from '@hz/kernel';
import { CLAIM_REFUSALS } from '../contract';
import { CLAIM_TOLERANCE_MS, claimedAt, judgeClaim, type Claim, type ClaimTerms } from './offline-claim';

const END = instant(Date.UTC(2026, 10, 28, 3));
const MINUTE = 60_000;
const TERMS: ClaimTerms = {
  receivedAt: plus(END, 30_000),
  endsAt: END,
  graceEndsAt: plus(END, MINUTE),
  isOpen: true,
  isSectionOpen: true,
  leaseNo: 2,
};
const MARK = { beaconAt: plus(END, -10 * MINUTE), beaconSeq: 6, genuine: true, sinceMs: 4 * MINUTE };
const CLAIM: Claim = { seq: 7, leaseNo: 2, intact: true, mark: MARK };
const marked = (change: Partial<typeof MARK>): Partial<Claim> => ({ mark: { ...MARK, ...change } });

describe('I7 an answer that was given without contact', () => {
  it.each<[string, Partial<Claim>, Partial<ClaimTerms>, string]>([
    ['came within the grace', {}, {}, 'counts'],
    ['came at the last moment of the grace', {}, { receivedAt: plus(END, MINUTE) }, 'counts'],
    ['came a moment after the grace', {}, { receivedAt: plus(END, MINUTE + 1) }, 'decide past-grace'],
    ['came when the attempt was handed in', {}, { isOpen: false }, 'decide closed'],
    ['comes from a page that no longer writes', { leaseNo: 1 }, {}, 'decide not-the-writer'],
    ['is of a section that is closed', {}, { isSectionOpen: false }, 'decide section-closed'],
    ['has no beacon', { mark: null }, {}, 'decide no-beacon'],
    ['has no beacon, but came in time', { mark: null }, { receivedAt: END }, 'counts'],
    ['is of a broken chain', { intact: false }, {}, 'refused chain-broken'],
    ['names a beacon that the server did not make', marked({ genuine: false }), {}, 'refused beacon-forged'],
    ['says that it was given before its beacon', marked({ sinceMs: -1 }), {}, 'refused before-beacon'],
    ['has a number that was saved at its beacon', { seq: 6 }, {}, 'refused numbered-before-beacon'],
    ['says that it was given after it came', marked({ sinceMs: 10 * MINUTE + 33_000 }), {}, 'refused after-receipt'],
    ['says that it was given after the end', marked({ sinceMs: 10 * MINUTE + 2_001 }), {}, 'refused given-after-end'],
    ['was typed when the clock ran out', marked({ sinceMs: 10 * MINUTE + 2_000 }), {}, 'counts'],
    ['contradicts itself and came too late', { intact: false }, { isOpen: false }, 'refused chain-broken'],
  ])('which %s', (_, claim, terms, expected) => {
    const verdict = judgeClaim({ ...CLAIM, ...claim }, { ...TERMS, ...terms });
    expect('why' in verdict ? `${verdict.verdict} ${verdict.why}` : verdict.verdict).toBe(expected);
  });

  const ms = fc.integer({ min: -30 * MINUTE, max: 30 * MINUTE });
  const claims = fc.record({
    seq: fc.integer({ min: 1, max: 9 }),
    leaseNo: fc.integer({ min: 1, max: 3 }),
    intact: fc.boolean(),
    mark: fc.option(
      fc.record({
        beaconAt: ms.map((each) => plus(END, each)),
        beaconSeq: fc.integer({ min: 0, max: 9 }),
        genuine: fc.boolean(),
        sinceMs: ms,
      }),
    ),
  });
  const terms = fc.record({
    receivedAt: ms.map((each) => plus(END, each)),
    endsAt: fc.constant(END),
    graceEndsAt: fc.integer({ min: 0, max: 20 * MINUTE }).map((each) => plus(END, each)),
    isOpen: fc.boolean(),
    isSectionOpen: fc.boolean(),
    leaseNo: fc.integer({ min: 1, max: 3 }),
  });
  const RUNS = { numRuns: 5_000 };

  it('never counts when it came after the grace, or to what is closed', () => {
    fc.assert(
      fc.property(claims, terms, (claim, at) => {
        if (judgeClaim(claim, at).verdict !== 'counts') return;
        expect(at.receivedAt).toBeLessThanOrEqual(at.graceEndsAt);
        expect([at.isOpen, at.isSectionOpen, claim.intact]).toEqual([true, true, true]);
      }),
      RUNS,
    );
  });

  it('counts after the end only when beacon, claimed time, end and receipt stand in this order', () => {
    fc.assert(
      fc.property(claims, terms, (claim, at) => {
        if (judgeClaim(claim, at).verdict !== 'counts' || at.receivedAt <= at.endsAt) return;
        const given = claimedAt(claim)!;
        expect(claim.mark?.genuine).toBe(true);
        expect(given).toBeGreaterThanOrEqual(claim.mark!.beaconAt);
        expect(given).toBeLessThanOrEqual(at.endsAt + CLAIM_TOLERANCE_MS);
        expect(given).toBeLessThanOrEqual(at.receivedAt + CLAIM_TOLERANCE_MS);
      }),
      RUNS,
    );
  });

  it('gains nothing by coming later', () => {
    fc.assert(
      fc.property(claims, terms, fc.integer({ min: 0, max: 30 * MINUTE }), (claim, at, wait) => {
        const later = judgeClaim(claim, { ...at, receivedAt: plus(at.receivedAt, wait) });
        const now = judgeClaim(claim, at);
        // What said that it came from the future may do so no longer; all else can only lose.
        if (later.verdict !== 'counts') return;
        expect('why' in now ? now.why : 'counts').toMatch(/^(counts|after-receipt)$/);
      }),
      RUNS,
    );
  });

  it('contradicts itself or not, whatever a grace would allow', () => {
    fc.assert(
      fc.property(claims, terms, terms, (claim, one, other) => {
        const [a, b] = [judgeClaim(claim, one), judgeClaim(claim, { ...other, receivedAt: one.receivedAt })];
        expect(a.verdict === 'refused').toBe(b.verdict === 'refused');
        if (a.verdict === 'refused') expect(CLAIM_REFUSALS).toContain(a.why);
      }),
      RUNS,
    );
  });
});
