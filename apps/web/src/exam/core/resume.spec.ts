import { aResume, NOW } from './fixtures';
import { reconcile, type JournalEntry } from './resume';

const entry = (seq: number, itemRef: string, value: string, change: Partial<JournalEntry> = {}): JournalEntry => ({
  seq,
  itemRef,
  value,
  at: NOW + seq,
  sent: true,
  leaseNo: 1,
  ...change,
});

describe('P1 going on after a crash', () => {
  it('replays what the server does not have, under its own numbers', () => {
    const done = reconcile(aResume({ i01: { seq: 3, value: 'a' } }), [entry(4, 'i02', 'b'), entry(5, 'i01', 'c')], 2);
    expect(done.pending.map(({ seq, itemRef }) => [seq, itemRef])).toEqual([
      [4, 'i02'],
      [5, 'i01'],
    ]);
    expect(done.responses).toEqual(
      new Map([
        ['i01', 'c'],
        ['i02', 'b'],
      ]),
    );
    expect(done.nextSeq).toBe(6);
  });

  it('drops what was saved although the acknowledgement was lost', () => {
    const done = reconcile(aResume({ i01: { seq: 4, value: 'a' } }), [entry(4, 'i01', 'a')], 2);
    expect(done.pending).toEqual([]);
    expect(done.nextSeq).toBe(5);
  });

  it('drops an older answer of an item that the same device has answered again', () => {
    const done = reconcile(aResume({ i01: { seq: 5, value: 'b' } }), [entry(4, 'i01', 'a')], 2);
    expect(done.pending).toEqual([]);
    expect(done.responses.get('i01')).toBe('b');
  });

  it('treats what it replays as sent, so that its number keeps its value', () => {
    expect(reconcile(aResume(), [entry(1, 'i01', 'a', { sent: false })], 2).pending[0]!.sent).toBe(true);
  });
});

describe('P1 coming back after another device has written', () => {
  const elsewhere = aResume({ i01: { seq: 8, value: 'theirs', savedAt: NOW + 60_000 }, i02: { seq: 2, value: 'old' } });

  it('sends what was given here later, under new numbers', () => {
    const done = reconcile(elsewhere, [entry(6, 'i01', 'mine', { at: NOW + 90_000 })], 3);
    expect(done.pending).toMatchObject([{ seq: 9, itemRef: 'i01', value: 'mine', sent: false }]);
    expect(done.setAside).toEqual([]);
  });

  it('sets aside what was given here earlier, and keeps it', () => {
    const done = reconcile(elsewhere, [entry(6, 'i01', 'mine', { at: NOW + 30_000 })], 3);
    expect(done.pending).toEqual([]);
    expect(done.responses.get('i01')).toBe('theirs');
    expect(done.setAside).toMatchObject([{ itemRef: 'i01', value: 'mine' }]);
  });

  it('sends answers to items that the other device has not touched', () => {
    const done = reconcile(elsewhere, [entry(6, 'i03', 'mine'), entry(7, 'i02', 'new', { at: NOW + 10 })], 3);
    expect(done.pending.map(({ seq, itemRef }) => [seq, itemRef])).toEqual([
      [9, 'i03'],
      [10, 'i02'],
    ]);
    expect(done.nextSeq).toBe(11);
  });

  it('goes by the newest entry of an item: one that is what is saved already brings no older one back', () => {
    const back = [entry(6, 'i01', 'x', { at: NOW + 80_000 }), entry(7, 'i01', 'theirs', { at: NOW + 90_000 })];
    const done = reconcile(elsewhere, back, 3);
    expect(done.pending).toEqual([]);
    expect(done.responses.get('i01')).toBe('theirs');
  });

  it('knows its own answer again whose acknowledgement was lost: what followed it here is newer, however late that one arrived', () => {
    const server = aResume({ i01: { seq: 4, value: 'a', savedAt: NOW + 60_000 } });
    const done = reconcile(server, [entry(4, 'i01', 'a'), entry(5, 'i01', 'b')], 3);
    expect(done.pending).toMatchObject([{ seq: 5, itemRef: 'i01', value: 'b', at: NOW + 60_001 }]);
    expect(done.setAside).toEqual([]);
  });
});
