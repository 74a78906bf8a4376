import {
  compareDecimals,
  distanceOf,
  magnitudeOfProduct,
  parseDecimal,
  roundToSignificant,
  type Decimal,
} from '@hz/kernel';
import type { RuleOf } from '../contract';

const MAX_LENGTH = 80;
const DASHES = /[‐‑‒–—―−]/g;
const GROUPED = /^([+-]?)(\d{1,3}(?:,\d{3})+)(\.\d*)?((?:e[+-]?\d+)?)$/;
const TIMES_TEN = /(?:[x×*·])10(?:\^|\*\*)([+-]?\d{1,2})$/;

/**
 * The number that somebody typed: full-width digits, "1,234.5", "1e3", "1.5×10^3", signs, blanks around it and one of `units`
 * behind it are understood. Null when it is no number; never throws.
 */
export function parseNumber(text: string, units: readonly string[] = []): Decimal | null {
  if (text.length > MAX_LENGTH) return null;
  const typed = plainNumber(text);
  const unit = units.map(plainNumber).find((suffix) => suffix !== '' && typed.endsWith(suffix));
  const digits = unit === undefined ? typed : typed.slice(0, -unit.length);
  const grouped = GROUPED.exec(digits);
  if (grouped !== null) {
    return parseDecimal(`${grouped[1]}${grouped[2]!.replaceAll(',', '')}${grouped[3] ?? ''}${grouped[4]}`);
  }
  return parseDecimal(digits.replace(TIMES_TEN, 'e$1'));
}

/**
 * Whether `value` meets the rule. With significant digits both sides are rounded first (QTI 3 `equalRounded`, significantFigures);
 * then the tolerance decides (`equal` with absolute or relative tolerance, borders included), or equality where there is none.
 */
export function isWithin(value: Decimal, rule: RuleOf<'numeric-entry'>): boolean {
  const digits = rule.significantDigits;
  const given = digits === undefined ? value : roundToSignificant(value, digits);
  const wanted = digits === undefined ? rule.answer : roundToSignificant(rule.answer, digits);
  if (rule.tolerance === undefined) return compareDecimals(given, wanted) === 0;
  const allowed =
    'absolute' in rule.tolerance ? rule.tolerance.absolute : magnitudeOfProduct(rule.tolerance.relative, rule.answer);
  return compareDecimals(distanceOf(given, wanted), allowed) <= 0;
}

function plainNumber(text: string): string {
  return text.normalize('NFKC').replace(DASHES, '-').replace(/\s/g, '').toLowerCase();
}
