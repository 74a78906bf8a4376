import fc from 'fast-check';
import { MS_PER_MINUTE } from '@hz/kernel';
import { deadlineView, type TimedAttempt } from './deadline-view';

const min = (n: number) => n * MS_PER_MINUTE;
const started: TimedAttempt = { status: 'started', deadlineAt: min(60), graceEndsAt: min(61), sections: null };
const inSection = { open: ['a'], closed: [], enteredAt: 0, endsAt: min(20), carriedMs: 0 };

describe('what the clock shows', () => {
  it.each([
    [0, 'running', 60, null],
    [29.9, 'running', 30.1, null],
    [30, 'running', 30, 30],
    [45, 'running', 15, 15],
    [54, 'running', 6, 10],
    [59.5, 'running', 0.5, 1],
    [60, 'running', 0, 1],
    [60.5, 'grace', 0, 1],
    [61, 'grace', 0, 1],
    [61.1, 'over', 0, 1],
  ])('at minute %d: %s, %d left, threshold %s', (now, phase, left, threshold) => {
    expect(deadlineView(started, min(now))).toEqual({
      phase,
      remainingMs: min(left),
      sectionRemainingMs: null,
      threshold: threshold === null ? null : min(threshold),
    });
  });

  it('knows a section with a time of its own, the waiting room and the end', () => {
    expect(deadlineView({ ...started, sections: inSection }, min(15)).sectionRemainingMs).toBe(min(5));
    expect(deadlineView({ ...started, sections: inSection }, min(25)).sectionRemainingMs).toBe(0);
    expect(deadlineView({ ...started, status: 'prepared', deadlineAt: null, graceEndsAt: null }, 0).phase).toBe(
      'waiting',
    );
    expect(deadlineView({ ...started, status: 'submitted' }, 0).phase).toBe('submitted');
  });

  it('F21: only the server time counts, and it never runs backwards', () => {
    fc.assert(
      fc.property(fc.nat(min(90)), fc.nat(min(90)), (a, b) => {
        const [first, second] = [deadlineView(started, Math.min(a, b)), deadlineView(started, Math.max(a, b))];
        expect(second.remainingMs!).toBeLessThanOrEqual(first.remainingMs!);
        expect(second.threshold ?? Infinity).toBeLessThanOrEqual(first.threshold ?? Infinity);
      }),
    );
  });
});
