import { instant } from '@hz/kernel';
import { dayCountsOf, examDayOf } from './exam-day';

const at = (iso: string) => instant(Date.parse(iso));

describe('an exam day', () => {
  it.each([
    ['2026-11-25T15:59:59Z', '2026-11-24T16:00:00Z'],
    ['2026-11-25T16:00:00Z', '2026-11-25T16:00:00Z'],
  ])('at %s began at %s, by the clock of China', (now, from) => {
    expect(examDayOf(at(now)).from).toBe(at(from));
  });

  it('counts what runs, what is to come and what is over', () => {
    const session = (from: string, to: string) => ({
      opensAt: at(`2026-11-25T${from}Z`),
      closesAt: at(`2026-11-25T${to}Z`),
    });
    const sessions = [
      session('01:00:00', '03:00:00'),
      session('05:00:00', '07:00:00'),
      session('08:00:00', '10:00:00'),
      session('17:00:00', '19:00:00'),
    ];
    expect(dayCountsOf(sessions, at('2026-11-25T06:00:00Z'))).toEqual({ running: 1, laterToday: 1, endedToday: 1 });
  });
});
