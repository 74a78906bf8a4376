import { points, type Points } from '@hz/kernel';

/**
 * A share as an exact fraction, `over` above zero. Verdicts compare fractions, so that no rounding on the way decides whether somebody
 * passes; only what is shown is cut off.
 */
export interface Ratio {
  readonly of: bigint;
  readonly over: bigint;
}

const UNITS = 10_000n; // Points have four places.
export const NOTHING: Ratio = { of: 0n, over: 1n };

/** `part` ÷ `whole`. Throws RangeError when `whole` is zero. */
export function ratio(part: Points, whole: Points): Ratio {
  if (unitsOf(whole) === 0n) throw new RangeError('a share of nothing');
  return { of: unitsOf(part), over: unitsOf(whole) };
}

export function sum(a: Ratio, b: Ratio): Ratio {
  return { of: a.of * b.over + b.of * a.over, over: a.over * b.over };
}

/** `share` of a scale, as a fraction in the scale's own unit. */
export function scaled(share: Ratio, scale: Points): Ratio {
  return { of: share.of * unitsOf(scale), over: share.over * UNITS };
}

/** Whether `value` is `least` or more, exactly. */
export function reaches(value: Ratio, least: Points): boolean {
  return value.of * UNITS >= unitsOf(least) * value.over;
}

/** `value` with two places, cut off: 59.999 is 59.99, never 60. */
export function cutOff(value: Ratio): Points {
  const hundredths = (value.of * 100n) / value.over;
  return points(`${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`);
}

function unitsOf(value: Points): bigint {
  const [whole = '0', places = ''] = value.split('.');
  return BigInt(whole + places.padEnd(4, '0'));
}
