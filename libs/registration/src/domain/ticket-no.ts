import { checkCharacterOf } from '@hz/kernel';

/**
 * The number of an admission ticket: two digits of the year, eight of a running number, one check character (ISO/IEC 7064 MOD 37,36).
 * `26` and `1234` give `2600001234?`. Throws RangeError past eight digits.
 */
export function ticketNo(year: number, serial: number): string {
  if (serial < 1 || serial > 99_999_999) throw new RangeError('the running number has eight digits');
  const digits = String(year % 100).padStart(2, '0') + String(serial).padStart(8, '0');
  return digits + checkCharacterOf(digits);
}
