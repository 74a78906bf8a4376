import fc from 'fast-check';
import { acknowledgementMac } from '@hz/delivery/contract';
import { genuineAcks } from './ack';
import {
  acknowledged,
  backOff,
  dirtyRefs,
  emptyQueue,
  enqueue,
  failed,
  markSent,
  MAX_BATCH,
  nextBatch,
  renumbered,
  retryNow,
  withdrawn,
  type SaveQueue,
} from './queue';

const change = (itemRef: string, value: string, typed = false) => ({ itemRef, value, at: 1, typed });
const ack = (seq: number) => ({ seq, savedAt: 1_000 + seq, count: seq, late: false, mac: '' });
const seqs = (queue: SaveQueue) => queue.pending.map(({ seq }) => seq);
const failure = { kind: 'network' as const, code: null, retryAfterMs: 0, now: 5_000, jitter: 0 };

describe('P1 the save queue', () => {
  it('counts changes without gaps and keeps their order', () => {
    const queue = ['i01', 'i02', 'i01'].reduce((all, ref) => enqueue(all, change(ref, 'a')), emptyQueue(1));
    expect(seqs(queue)).toEqual([1, 2, 3]);
    expect(queue.nextSeq).toBe(4);
  });

  it('lets typing take the place of what was typed and not sent, under the same number', () => {
    let queue = enqueue(emptyQueue(1), change('i01', 'a', true));
    queue = enqueue(enqueue(queue, change('i02', 'x')), change('i01', 'ab', true));
    expect(queue.pending).toMatchObject([
      { seq: 1, itemRef: 'i01', value: 'ab' },
      { seq: 2, itemRef: 'i02', value: 'x' },
    ]);
  });

  it('never changes what may have been sent: typing on gets a new number', () => {
    let queue = markSent(enqueue(emptyQueue(1), change('i01', 'a', true)), [1]);
    queue = enqueue(queue, change('i01', 'ab', true));
    expect(queue.pending).toMatchObject([
      { seq: 1, value: 'a' },
      { seq: 2, value: 'ab' },
    ]);
  });

  it('has one call under way at a time', () => {
    const queue = markSent(enqueue(emptyQueue(1), change('i01', 'a')), [1]);
    expect(nextBatch(queue, 0)).toEqual([]);
  });

  it('only an acknowledgement takes a change out; a failure takes nothing', () => {
    let queue = markSent(enqueue(enqueue(emptyQueue(1), change('i01', 'a')), change('i02', 'b')), [1, 2]);
    queue = failed(queue, failure);
    expect(seqs(queue)).toEqual([1, 2]);
    expect([...dirtyRefs(queue)]).toEqual(['i01', 'i02']);
    queue = acknowledged(queue, [ack(1)]);
    expect(seqs(queue)).toEqual([2]);
    expect(queue.lastSaved).toEqual({ seq: 1, savedAt: 1_001, late: false });
  });

  it('waits longer after each failure, never longer than 30 s, and sends at once when asked', () => {
    expect([0, 1, 2, 3, 4, 5, 9].map((failures) => backOff(failures, 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(backOff(3, 0.999)).toBeGreaterThanOrEqual(4_000);
    const queue = failed(enqueue(emptyQueue(1), change('i01', 'a')), failure);
    expect(nextBatch(queue, 5_999)).toEqual([]);
    expect(nextBatch(queue, 6_000)).toHaveLength(1);
    expect(nextBatch(retryNow(queue), 5_001)).toHaveLength(1);
  });

  it('obeys a server that asks to wait, and comes later rather than sooner', () => {
    const busy = { ...failure, kind: 'server' as const, code: 'delivery.saves-queued-up', retryAfterMs: 20_000 };
    const waiting = enqueue(emptyQueue(1), change('i01', 'a'));
    expect(nextBatch(failed(waiting, busy), 24_999)).toEqual([]);
    expect(nextBatch(failed(waiting, busy), 25_000)).toHaveLength(1);
    expect(failed(waiting, { ...busy, jitter: 1 }).retryAt).toBe(30_000);
  });

  it('remembers since when saving fails, and forgets it with the first acknowledgement', () => {
    let queue = failed(enqueue(emptyQueue(1), change('i01', 'a')), failure);
    queue = failed(queue, { ...failure, now: 9_000 });
    expect(queue.trouble).toEqual({ kind: 'network', code: null, since: 5_000 });
    expect(acknowledged(queue, [ack(1)]).trouble).toBeNull();
  });

  it('bounds a call by number and by size, but sends a large answer alone', () => {
    const many = Array.from({ length: 120 }, () => 'i01').reduce(
      (q, ref) => enqueue(q, change(ref, 'a')),
      emptyQueue(1),
    );
    expect(nextBatch(many, 0)).toHaveLength(MAX_BATCH);
    const large = enqueue(enqueue(emptyQueue(1), change('i01', 'x'.repeat(70_000))), change('i02', 'b'));
    expect(nextBatch(large, 0).map(({ seq }) => seq)).toEqual([1]);
  });

  it('takes out what is hopeless and hands it over', () => {
    const queue = enqueue(enqueue(emptyQueue(1), change('i01', 'a')), change('i02', 'b'));
    const { queue: rest, refused } = withdrawn(queue, ({ itemRef }) => itemRef === 'i01');
    expect(seqs(rest)).toEqual([2]);
    expect(refused).toMatchObject([{ itemRef: 'i01', value: 'a' }]);
  });

  it('renumbers after the numbers that another page has used', () => {
    const queue = renumbered(enqueue(enqueue(emptyQueue(3), change('i01', 'a')), change('i02', 'b')), 7);
    expect(seqs(queue)).toEqual([8, 9]);
    expect(queue.nextSeq).toBe(10);
  });

  it('loses nothing and repeats no number under any run of changes, failures and acknowledgements', () => {
    const move = fc.oneof(
      fc.record({ kind: fc.constant('change' as const), ref: fc.integer({ min: 1, max: 4 }), typed: fc.boolean() }),
      fc.constant({ kind: 'send' as const }),
      fc.constant({ kind: 'fail' as const }),
      fc.record({ kind: fc.constant('ack' as const), part: fc.integer({ min: 0, max: 3 }) }),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        let queue = emptyQueue(1);
        const newest = new Map<string, string>();
        const stored = new Map<number, { itemRef: string; value: unknown }>();
        moves.forEach((each, index) => {
          if (each.kind === 'change') {
            const ref = `i0${each.ref}`;
            newest.set(ref, `v${index}`);
            queue = enqueue(queue, change(ref, `v${index}`, each.typed));
          } else if (each.kind === 'send') {
            queue = markSent(
              queue,
              nextBatch(retryNow(queue), 0).map(({ seq }) => seq),
            );
          } else if (each.kind === 'fail') queue = failed(queue, failure);
          else {
            const done = queue.pending.filter(({ seq }) => queue.inFlight.includes(seq)).slice(each.part);
            for (const { seq, itemRef, value } of done) {
              expect(stored.has(seq)).toBe(false);
              stored.set(seq, { itemRef, value });
            }
            queue = acknowledged(
              queue,
              done.map(({ seq }) => ack(seq)),
            );
          }
        });
        for (const { seq, itemRef, value } of queue.pending) stored.set(seq, { itemRef, value });
        const last = new Map([...stored].sort(([a], [b]) => a - b).map(([, { itemRef, value }]) => [itemRef, value]));
        expect(last).toEqual(newest);
      }),
    );
  });
});

describe('P1 the moments at which changes were given', () => {
  it('lie after what is known to be saved, so that another device never takes a change for an older one', () => {
    const queue = enqueue(emptyQueue(1, { seq: 0, savedAt: 500, late: false }), change('i01', 'a'));
    expect(queue.pending[0]!.at).toBe(501);
    const both = [change('i01', 'b'), change('i02', 'c')].reduce(enqueue, queue);
    expect(acknowledged(both, [ack(1)]).pending.map(({ seq, at }) => [seq, at])).toEqual([
      [2, 1_002],
      [3, 501],
    ]);
  });
});

describe('P1 acknowledgements', () => {
  const batch = enqueue(emptyQueue(1), change('i01', 'a')).pending;
  const key = { macKey: 'secret', attemptId: 'attempt' };
  const genuine = { ...ack(1), mac: acknowledgementMac('secret', 'attempt', 1, 'a') };

  it('are taken when the MAC is that of the value which is pending', () => {
    expect(genuineAcks([genuine], batch, key)).toEqual([genuine]);
  });

  it.each([
    ['a wrong MAC', { ...genuine, mac: '00' }],
    ['the MAC of another value', { ...genuine, mac: acknowledgementMac('secret', 'attempt', 1, 'b') }],
    ['the MAC of another attempt', { ...genuine, mac: acknowledgementMac('secret', 'other', 1, 'a') }],
    ['a number that was not sent', { ...genuine, seq: 2 }],
  ])('are not taken with %s', (_, forged) => {
    expect(genuineAcks([forged], batch, key)).toEqual([]);
  });
});
