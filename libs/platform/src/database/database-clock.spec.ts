import type { DataSource } from 'typeorm';
import { DatabaseClock } from './database-clock';

const AHEAD_MS = 3_600_000;

/** A database an hour ahead of this machine; each look at it takes one of `delaysMs`, and it looks at its clock at the end of that. The last goes on. */
function databaseThatTakes(...delaysMs: number[]): DataSource {
  let looks = 0;
  const query = () => {
    jest.advanceTimersByTime(delaysMs[Math.min(looks++, delaysMs.length - 1)]!);
    return Promise.resolve([{ ms: String(Date.now() + AHEAD_MS) }]);
  };
  return { query } as unknown as DataSource;
}

describe('the clock of the database', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const wrongByMs = (clock: DatabaseClock) => Math.round(clock.now() - (Date.now() + AHEAD_MS));

  it('is carried on by the monotonic counter, not by the clock of this machine', async () => {
    const clock = new DatabaseClock(databaseThatTakes(0));
    expect(() => clock.now()).toThrow('before it was set');
    await clock.synchronise();
    jest.advanceTimersByTime(30);
    expect(wrongByMs(clock)).toBe(0);
    jest.setSystemTime(Date.now() - 1_000);
    expect(wrongByMs(clock)).toBe(1_000);
  });

  it('P4: does not move when the database stands still in the middle of every look', async () => {
    const source = databaseThatTakes(0);
    const clock = new DatabaseClock(source);
    await clock.synchronise();
    source.query = databaseThatTakes(7_600).query;
    await clock.synchronise();
    expect(wrongByMs(clock)).toBe(0);
  });

  it('looks again after a look that took long, also the first time', async () => {
    const clock = new DatabaseClock(databaseThatTakes(7_600, 10));
    await clock.synchronise();
    expect(wrongByMs(clock)).toBe(5);
  });

  it('takes the best that it gets when there is nothing else', async () => {
    const clock = new DatabaseClock(databaseThatTakes(3_000, 120, 2_000));
    await clock.synchronise();
    expect(wrongByMs(clock)).toBe(60);
  });
});
