import { instant, MS_PER_MINUTE, plus } from '@hz/kernel';
import {
  emailKey,
  failuresAt,
  isTooEasy,
  NARROW_BACK_OFF,
  networkOf,
  waitAfter,
  waitAt,
  WIDE_BACK_OFF,
} from './sign-in-rules';

const LAST_AT = instant(1_000_000);

describe('sign-in rules', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 2_000],
    [6, 4_000],
    [10, 64_000],
    [60, 900_000],
  ])('after %i failures from one network one waits %i ms', (failures, ms) => {
    expect(waitAfter(failures, NARROW_BACK_OFF)).toBe(ms);
    expect(waitAt({ failures, lastAt: LAST_AT }, NARROW_BACK_OFF, LAST_AT)).toBe(ms);
    expect(waitAt({ failures, lastAt: LAST_AT }, NARROW_BACK_OFF, plus(LAST_AT, ms))).toBe(0);
  });

  it.each([
    [29, 0],
    [30, 2_000],
    [34, 32_000],
    [35, 60_000],
    [5_000, 60_000],
  ])('after %i failures from all unknown devices one waits %i ms, never long', (failures, ms) => {
    expect(waitAfter(failures, WIDE_BACK_OFF)).toBe(ms);
  });

  it('forgets failures after an hour of quiet', () => {
    const counted = { failures: 40, lastAt: LAST_AT };
    expect(failuresAt(counted, plus(LAST_AT, 60 * MS_PER_MINUTE))).toBe(40);
    expect(failuresAt(counted, plus(LAST_AT, 60 * MS_PER_MINUTE + 1))).toBe(0);
  });

  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::9', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
  ])('the network of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each([
    ['wang.xm@hz.example', true],
    ['WANG.XM@hz.example', true],
    ['wang.xm123', true],
    ['aaaaaaaaaaaa', true],
    ['0123456789', true],
    ['a quiet river', false],
  ])('%s is too easy: %s', (password, easy) => {
    expect(isTooEasy(password, 'wang.xm@hz.example')).toBe(easy);
  });

  it('reads one address in any case', () => {
    expect(emailKey(' Wang@HZ.example ')).toBe('wang@hz.example');
  });
});
