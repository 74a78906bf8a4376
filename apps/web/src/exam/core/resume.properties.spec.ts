import fc from 'fast-check';
import { aResume, NOW } from './fixtures';
import { reconcile, type JournalEntry, type Reconciled } from './resume';

const RUNS = { numRuns: 3_000 };
const ITEMS = ['i01', 'i02', 'i03'];
/** Few values, so that another page has often given the same one. */
const value = fc.constantFrom('a', 'b', null);
const moment = fc.integer({ min: 0, max: 12 });
const server = fc
  .uniqueArray(
    fc.record({ itemRef: fc.constantFrom(...ITEMS), seq: fc.integer({ min: 1, max: 12 }), value, at: moment }),
    {
      selector: ({ itemRef }) => itemRef,
    },
  )
  .filter((list) => new Set(list.map(({ seq }) => seq)).size === list.length)
  .map((list) =>
    aResume(Object.fromEntries(list.map(({ itemRef, at, ...rest }) => [itemRef, { ...rest, savedAt: NOW + at }]))),
  );
const journal = fc
  .uniqueArray(
    fc.record({
      seq: fc.integer({ min: 1, max: 12 }),
      itemRef: fc.constantFrom(...ITEMS),
      value,
      at: moment,
      sent: fc.boolean(),
    }),
    { selector: ({ seq }) => seq, maxLength: 6 },
  )
  .chain((list) =>
    fc
      .constantFrom(1, 2)
      .map((leaseNo) => list.map((entry): JournalEntry => ({ ...entry, at: NOW + entry.at, leaseNo }))),
  );
const LEASE_NO = 3;

const newestOf = (entries: readonly JournalEntry[]) =>
  new Map([...entries].sort((a, b) => a.seq - b.seq).map((entry) => [entry.itemRef, entry]));
const seqsOf = ({ pending }: Reconciled) => pending.map(({ seq }) => seq);

describe('P1 going on, whatever was saved, lost or overtaken', () => {
  const holds = (
    check: (done: Reconciled, from: ReturnType<typeof aResume>, entries: readonly JournalEntry[]) => void,
  ) =>
    fc.assert(
      fc.property(server, journal, (from, entries) => check(reconcile(from, entries, LEASE_NO), from, entries)),
      RUNS,
    );

  it('shows, and ends with, the newest entry of an item, unless another page came later: then that one, and the entry is set aside', () => {
    holds((done, { responses }, entries) => {
      const newest = newestOf(entries);
      const sent = new Map(done.pending.map((save) => [save.itemRef, save.value]));
      for (const itemRef of ITEMS) {
        const saved = responses.find((each) => each.itemRef === itemRef);
        const entry = newest.get(itemRef);
        // One number is used once on a device: what is saved under a higher one came later.
        const isOlder = entry?.leaseNo === LEASE_NO - 1 && saved !== undefined && saved.seq >= entry.seq;
        const isAside = entry !== undefined && done.setAside.some(({ seq }) => seq === entry.seq);
        const expected = entry === undefined || isOlder || isAside ? saved?.value : entry.value;
        expect(done.responses.get(itemRef)).toEqual(expected);
        expect(sent.has(itemRef) ? sent.get(itemRef) : saved?.value).toEqual(expected);
      }
    });
  });

  it('sets aside only what was given before another page saved, and never what is the first answer to its item', () => {
    holds((done, { responses }, entries) => {
      const newest = newestOf(entries);
      for (const { itemRef, at } of done.setAside) {
        const saved = responses.find((each) => each.itemRef === itemRef)!;
        expect(Math.min(at, newest.get(itemRef)!.at)).toBeLessThanOrEqual(saved.savedAt);
      }
    });
  });

  it('sends in the order of giving, once, under numbers that nobody else has used', () => {
    holds((done, { lastSeq }, entries) => {
      const seqs = seqsOf(done);
      expect(seqs).toEqual([...new Set(seqs)].sort((a, b) => a - b));
      expect(done.nextSeq).toBeGreaterThan(Math.max(0, lastSeq, ...seqs));
      const order = [...entries].sort((a, b) => a.seq - b.seq).map((entry) => `${entry.itemRef}=${entry.value}`);
      let from = 0;
      for (const { itemRef, value: given } of done.pending) {
        from = order.indexOf(`${itemRef}=${given}`, from) + 1;
        expect(from).toBeGreaterThan(0);
      }
      const isContinuous = entries.every(({ leaseNo }) => leaseNo === LEASE_NO - 1);
      if (!isContinuous) expect(seqs.every((seq) => seq > lastSeq)).toBe(true);
    });
  });

  it('a second reload before anything was sent changes nothing', () => {
    holds((done, from) => {
      const rewritten = done.pending.map((save) => ({ ...save, leaseNo: LEASE_NO }));
      const again = reconcile(from, rewritten, LEASE_NO + 1);
      expect(again.responses).toEqual(done.responses);
      expect(seqsOf(again)).toEqual(seqsOf(done));
      expect(again.setAside).toEqual([]);
      const afterFailure = reconcile(from, rewritten, LEASE_NO + 2);
      expect(afterFailure.responses).toEqual(done.responses);
      expect(afterFailure.setAside).toEqual([]);
    });
  });
});
