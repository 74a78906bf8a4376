import { instant } from '@hz/kernel';
import { emailKey, isTooEasy, nextTryAt, waitAfter } from './sign-in-rules';

describe('sign-in rules', () => {
  it.each([
    [0, 0],
    [4, 0],
    [5, 2_000],
    [6, 4_000],
    [10, 64_000],
    [60, 900_000],
  ])('after %i failures one waits %i ms', (failures, ms) => {
    expect(waitAfter(failures)).toBe(ms);
    expect(nextTryAt(failures, instant(1_000))).toBe(1_000 + ms);
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
