import { instant, MS_PER_DAY, plus } from '@hz/kernel';
import { REMINDER_DAYS } from '../contract';
import { dueReminders } from './reminders';

const END = instant(Date.UTC(2029, 10, 25));
const before = (days: number) => plus(END, -days * MS_PER_DAY);
const due = (days: number, decided: number[] = [], life = 1_095) =>
  dueReminders(REMINDER_DAYS, { intendedAt: before(life), expiresAt: END }, decided, before(days));

describe('reminders', () => {
  it.each([
    ['none long before', due(91), []],
    ['the first on its day', due(90), [{ days: 90, goesOut: true }]],
    ['nothing when it went out', due(60, [90]), []],
    ['a late one after days of standstill', due(40), [{ days: 90, goesOut: true }]],
    ['the second', due(30, [90]), [{ days: 30, goesOut: true }]],
    ['the last', due(7, [90, 30]), [{ days: 7, goesOut: true }]],
    ['nothing after the end', due(0), []],
    ['none that was due before the certificate existed', due(29, [], 60), [{ days: 30, goesOut: true }]],
    [
      'only the nearest where several are due at once',
      due(5),
      [
        { days: 90, goesOut: false },
        { days: 30, goesOut: false },
        { days: 7, goesOut: true },
      ],
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });
});
