import { setTimeout as sleep } from 'node:timers/promises';
import { UnitOfWork } from '../database/unit-of-work';
import { TooManyRequests } from '../problems/platform-errors';
import { testContext, type TestContext } from '../testing';
import { RateLimiter } from './rate-limiter';

/** No window ends while this runs: they begin at the whole billions of seconds since 1970. */
const LIMIT = { max: 3, windowSeconds: 1_000_000_000 };
let context: TestContext;
const limiter = () => context.module.get(RateLimiter);

/** How each of so many hits at once went. */
const hitsAtOnce = async (keys: readonly string[]) =>
  (await Promise.allSettled(keys.map((key) => limiter().hit(key, LIMIT)))).map(({ status }) => status);
const counted = async (key: string) => {
  const [row] = await context.module
    .get(UnitOfWork)
    .read.query<[{ hits: number }]>('SELECT hits FROM platform.rate_counter WHERE key = $1', [key]);
  return row.hits;
};

beforeAll(async () => {
  context = await testContext([]);
});
afterAll(() => context.close());

describe('P6: limits are counted in the database', () => {
  it('lets as many pass as the limit has, whether they come one by one or at once', async () => {
    for (let n = 0; n < 3; n += 1) await limiter().hit('one by one', LIMIT);
    await expect(limiter().hit('one by one', LIMIT)).rejects.toThrow(TooManyRequests);
    const passed = (await hitsAtOnce(Array.from({ length: 50 }, () => 'at once'))).filter((how) => how === 'fulfilled');
    expect(passed).toHaveLength(3);
    expect(await counted('at once')).toBe(50);
  });

  it('counts what comes together for each key alone', async () => {
    const keys = Array.from({ length: 30 }, (_, n) => `key ${n % 10}`);
    expect(new Set(await hitsAtOnce(keys))).toEqual(new Set(['fulfilled']));
    await expect(limiter().hit('key 7', LIMIT)).rejects.toThrow(TooManyRequests);
    await expect(limiter().hit('key 10', LIMIT)).resolves.toBeUndefined();
  });

  it('says how long to wait, and refuses a look when the window is full', async () => {
    await limiter().look('looked at', LIMIT);
    for (let n = 0; n < 3; n += 1) await limiter().hit('looked at', LIMIT);
    const refusals = await Promise.all([
      limiter()
        .look('looked at', LIMIT)
        .catch((error: TooManyRequests) => error),
      limiter()
        .hit('looked at', LIMIT)
        .catch((error: TooManyRequests) => error),
    ]);
    for (const refusal of refusals) {
      const { retryAfterSeconds } = (refusal as TooManyRequests).params as { retryAfterSeconds: number };
      expect(retryAfterSeconds).toBeGreaterThanOrEqual(1);
      expect(retryAfterSeconds).toBeLessThanOrEqual(LIMIT.windowSeconds);
    }
  });

  it('two processes that count the same keys at once lose nothing', async () => {
    const other = new RateLimiter(context.module.get(UnitOfWork).read.connection);
    const keys = Array.from({ length: 40 }, (_, n) => `shared ${n}`);
    const hit = (one: RateLimiter, key: string) => one.hit(key, { ...LIMIT, max: 1_000 });
    for (let round = 0; round < 10; round += 1) {
      await Promise.all([
        ...keys.map((key) => hit(limiter(), key)),
        ...[...keys].reverse().map((key) => hit(other, key)),
      ]);
    }
    expect(await Promise.all(keys.map(counted))).toEqual(keys.map(() => 20));
  });

  it('lets as many pass as the limit has without waiting for the count, and keeps it for other processes', async () => {
    const one = new RateLimiter(context.module.get(UnitOfWork).read.connection);
    const other = new RateLimiter(context.module.get(UnitOfWork).read.connection);
    const passes = (limiter: RateLimiter) => {
      try {
        limiter.hitSoon('soon', LIMIT);
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(TooManyRequests);
        return false;
      }
    };
    expect([1, 2, 3, 4].map(() => passes(one))).toEqual([true, true, true, false]);
    await one.onApplicationShutdown();
    expect(await counted('soon')).toBe(3);
    // The other one lets the first in, learns of the count and stands with the limit from then on.
    expect(passes(other)).toBe(true);
    await other.onApplicationShutdown();
    expect(passes(other)).toBe(false);
    expect(await counted('soon')).toBe(4);
  });

  it('begins anew with the next window', async () => {
    const brief = { max: 1, windowSeconds: 1 };
    limiter().hitSoon('brief', brief);
    expect(() => limiter().hitSoon('brief', brief)).toThrow(TooManyRequests);
    await sleep(1_100);
    expect(() => limiter().hitSoon('brief', brief)).not.toThrow();
  });
});
