import { checkCharacterOf, type CertificateNumber, type Instant, type Level } from '@hz/kernel';

/** China Standard Time has had no summer time since 1991; the year on a certificate is the year there. */
const CHINA_OFFSET_MS = 8 * 3_600_000;
const SERIAL_DIGITS = 6;
export const MAX_SERIAL = 10 ** SERIAL_DIGITS - 1;

export interface NumberParts {
  readonly achievedAt: Instant;
  /** The number of the role in the framework, 1–99. */
  readonly roleNo: number;
  readonly level: Level;
  /** Counts within the series, from 1. */
  readonly serial: number;
}

/** The series in which a certificate is counted: `HZ-2026-124` for year 2026, role 12, level L4. */
export function seriesOf({ achievedAt, roleNo, level }: Omit<NumberParts, 'serial'>): string {
  if (!Number.isInteger(roleNo) || roleNo < 1 || roleNo > 99) throw new RangeError(`role number ${roleNo}`);
  const year = new Date(achievedAt + CHINA_OFFSET_MS).getUTCFullYear();
  return `HZ-${year}-${String(roleNo).padStart(2, '0')}${level.slice(1)}`;
}

/**
 * `HZ-<year>-<role no><level>-<serial>-<check>`, as `HZ-2026-124-000017-K`. The check character (ISO/IEC 7064, MOD 37,36) runs over
 * all that stands before it without the hyphens; it finds every mistyped character and nearly every swap.
 */
export function certificateNumber(parts: NumberParts): CertificateNumber {
  return numberInSeries(seriesOf(parts), parts.serial);
}

/** The same from the series as it is written. */
export function numberInSeries(series: string, serial: number): CertificateNumber {
  if (!Number.isInteger(serial) || serial < 1 || serial > MAX_SERIAL) throw new RangeError(`serial ${serial}`);
  const body = `${series}-${String(serial).padStart(SERIAL_DIGITS, '0')}`;
  return `${body}-${checkCharacterOf(body)}` as CertificateNumber;
}

/** The series in which a number was counted. */
export function seriesOfNumber(number: CertificateNumber): string {
  return number.split('-').slice(0, 3).join('-');
}
