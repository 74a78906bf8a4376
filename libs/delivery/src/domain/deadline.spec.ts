import fc from 'fast-check';
import { instant, MS_PER_MINUTE } from '@hz/kernel';
import { deadlineOf, graceEndOf, latestStartOf, workingTime } from './deadline';

const min = (n: number) => instant(n * MS_PER_MINUTE);
const none = { extraTimePercent: 0, breakMinutes: 0 };

describe('P4: the deadline', () => {
  it.each([
    // start, limit, extra %, breaks, incidents, window end, policy, deadline (all in minutes)
    [0, 60, 0, 0, 0, 120, 'hand-in-by-close', 60],
    [90, 60, 0, 0, 0, 120, 'hand-in-by-close', 120],
    [90, 60, 0, 0, 0, 120, 'start-by-close', 150],
    [0, 60, 50, 0, 0, 120, 'hand-in-by-close', 90],
    [90, 60, 50, 0, 0, 120, 'hand-in-by-close', 150],
    [0, 60, 0, 15, 0, 120, 'hand-in-by-close', 75],
    [0, 60, 25, 10, 7, 120, 'hand-in-by-close', 92],
    [110, 60, 25, 10, 7, 120, 'hand-in-by-close', 152],
    [60, 60, 0, 0, 7, 120, 'hand-in-by-close', 127],
    [119, 60, 0, 0, 0, 120, 'hand-in-by-close', 120],
    [130, 60, 0, 0, 0, 120, 'hand-in-by-close', 130],
    [0, 60, 300, 0, 0, 60, 'hand-in-by-close', 240],
  ] as const)(
    'start %i, limit %i, +%i %%, breaks %i, incidents %i, window until %i, %s → %i',
    (start, limit, extra, breaks, incidents, closes, windowPolicy, deadline) => {
      const at = deadlineOf({
        startedAt: min(start),
        rules: { durationMinutes: limit, windowPolicy },
        accommodation: { extraTimePercent: extra, breakMinutes: breaks },
        incidentsMs: incidents * MS_PER_MINUTE,
        windowShiftMs: 0,
        closesAt: min(closes),
      });
      expect(at).toBe(min(deadline));
    },
  );

  it('never shrinks by an accommodation or an incident, and never lies before the start', () => {
    const whole = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(
        whole(600),
        fc.integer({ min: 1, max: 300 }),
        whole(300),
        whole(60),
        whole(90),
        whole(600),
        whole(90),
        fc.constantFrom('hand-in-by-close' as const, 'start-by-close' as const),
        (start, durationMinutes, extra, breaks, incident, closes, shift, windowPolicy) => {
          const input = { startedAt: min(start), rules: { durationMinutes, windowPolicy }, closesAt: min(closes) };
          const plain = deadlineOf({ ...input, accommodation: none, incidentsMs: 0, windowShiftMs: 0 });
          const granted = deadlineOf({
            ...input,
            accommodation: { extraTimePercent: extra, breakMinutes: breaks },
            incidentsMs: incident * MS_PER_MINUTE,
            windowShiftMs: shift * MS_PER_MINUTE,
          });
          expect(granted).toBeGreaterThanOrEqual(plain);
          expect(plain).toBeGreaterThanOrEqual(input.startedAt);
          expect(plain - input.startedAt).toBeLessThanOrEqual(workingTime(input.rules, none));
        },
      ),
    );
  });

  it('a window that incidents have shortened ends later, and gives nobody more than the own time', () => {
    const input = { rules: { durationMinutes: 60, windowPolicy: 'hand-in-by-close' as const }, accommodation: none };
    const end = (start: number, windowShiftMs: number) =>
      deadlineOf({ ...input, startedAt: min(start), incidentsMs: 0, windowShiftMs, closesAt: min(120) });
    expect([end(90, 0), end(90, min(7)), end(10, min(7))]).toEqual([min(120), min(127), min(70)]);
  });

  it('adds the grace, and knows the last moment to start', () => {
    expect(graceEndOf(min(60), { graceSeconds: 90 })).toBe(min(61.5));
    expect(latestStartOf(min(10), { lateEntryMinutes: 15 })).toBe(min(25));
    expect(latestStartOf(min(10), { lateEntryMinutes: null })).toBeNull();
  });
});
