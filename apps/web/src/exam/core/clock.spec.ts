import { serverTimeAt, uncertaintyOf, withSample } from './clock';

const SERVER = Date.UTC(2026, 10, 24, 6, 0, 0);

describe('P4 the clock of the page', () => {
  it('follows the server and never the wall clock of the device', () => {
    const clock = withSample(null, { serverTime: SERVER, sentAt: 1_000, receivedAt: 1_200 });
    expect(serverTimeAt(clock, 1_100)).toBe(SERVER);
    expect(serverTimeAt(clock, 61_100)).toBe(SERVER + 60_000);
    expect(uncertaintyOf(clock)).toBe(100);
  });

  it('is narrowed by quicker replies', () => {
    let clock = withSample(null, { serverTime: SERVER, sentAt: 0, receivedAt: 2_000 });
    clock = withSample(clock, { serverTime: SERVER + 10_000, sentAt: 10_990, receivedAt: 11_010 });
    expect(uncertaintyOf(clock)).toBeLessThanOrEqual(10);
    expect(serverTimeAt(clock, 11_000)).toBeCloseTo(SERVER + 10_000, -2);
  });

  it('believes the newest reply after the device has slept and its own counter stood still', () => {
    const before = withSample(null, { serverTime: SERVER, sentAt: 1_000, receivedAt: 1_020 });
    const after = withSample(before, { serverTime: SERVER + 20 * 60_000, sentAt: 2_000, receivedAt: 2_020 });
    expect(serverTimeAt(after, 2_010)).toBe(SERVER + 20 * 60_000);
  });
});
