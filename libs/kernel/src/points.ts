import Big from 'big.js';
import type { Brand } from './brand';

/**
 * A number of points as an exact decimal with at most four places, written without exponent or trailing zeros ("2.5").
 * A string, so that JSON and PostgreSQL's `numeric` carry it unchanged and no binary float can slip in.
 */
export type Points = Brand<string, 'Points'>;

const PLACES = 4;
const DECIMAL = /^-?\d{1,12}(\.\d{1,12})?$/;

/** Reads a decimal ("2", "2.50", 2); rounds half up to four places. Throws RangeError on anything else. */
export function points(value: string | number): Points {
  const text = String(value);
  if (!DECIMAL.test(text)) throw new RangeError(`not a decimal: ${text.slice(0, 40)}`);
  return fromBig(new Big(text));
}

export const ZERO_POINTS = '0' as Points;

export function addPoints(...values: Points[]): Points {
  return fromBig(values.reduce((sum, value) => sum.plus(value), new Big(0)));
}

/** `value × numerator ÷ denominator`, rounded once at the end. `denominator` must not be 0. */
export function shareOfPoints(value: Points, numerator: number | Points, denominator: number | Points): Points {
  return fromBig(new Big(value).times(numerator).div(denominator));
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function comparePoints(a: Points, b: Points): number {
  return new Big(a).cmp(b);
}

/** `gained` as a percentage of `possible` (0 when nothing was possible), two places, rounded half up. */
export function percentOf(gained: Points, possible: Points): Points {
  if (new Big(possible).eq(0)) return ZERO_POINTS;
  return new Big(gained).times(100).div(possible).round(2, Big.roundHalfUp).toFixed() as Points;
}

function fromBig(value: Big): Points {
  return value.round(PLACES, Big.roundHalfUp).toFixed() as Points;
}
