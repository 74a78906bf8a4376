import Big from 'big.js';
import { z } from 'zod';
import type { Brand } from './brand';
import type { Points } from './points';

/** An exact decimal of a measured or calculated quantity, written without exponent ("-1234.5"). Points have their own type. */
export type Decimal = Brand<string, 'Decimal'>;

const MACHINE_FORM = /^[+-]?(?:\d{1,60}(?:\.\d{0,60})?|\.\d{1,60})(?:[eE][+-]?\d{1,2})?$/;

/**
 * Reads "12", "-0.5", ".5", "5." or "1.5e3". Null for anything else; never throws. Exponents have two digits at most, so that
 * no short text can stand for a number of a million places.
 */
export function parseDecimal(text: string): Decimal | null {
  if (!MACHINE_FORM.test(text)) return null;
  const value = new Big(text.replace(/^\+/, '').replace(/\.(?=$|[eE])/, ''));
  return plain(value);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  return new Big(a).cmp(b);
}

/** |a − b| */
export function distanceOf(a: Decimal, b: Decimal): Decimal {
  return plain(new Big(a).minus(b).abs());
}

/** |a| × |b| */
export function magnitudeOfProduct(a: Decimal, b: Decimal): Decimal {
  return plain(new Big(a).times(b).abs());
}

/** `value` rounded half away from zero to so many significant digits (1–50). */
export function roundToSignificant(value: Decimal, digits: number): Decimal {
  return plain(new Big(value).prec(digits, Big.roundHalfUp));
}

function plain(value: Big): Decimal {
  return (value.eq(0) ? '0' : value.toFixed()) as Decimal;
}

/** A decimal in a document: digits in quotes, "0.75". By its title the web client's types know it. */
export const decimalSchema = z
  .string()
  .regex(/^-?\d{1,30}(\.\d{1,30})?$/)
  .meta({ title: 'Decimal' }) as unknown as z.ZodType<Decimal, string>;

/** Points in a document, not negative, at most four places: "2.5". */
export const pointsSchema = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,4})?$/)
  .meta({ title: 'Points' }) as unknown as z.ZodType<Points, string>;
