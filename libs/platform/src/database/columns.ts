import type { ValueTransformer } from 'typeorm';
import { instant, type Instant } from '@hz/kernel';

/** Maps `timestamptz` to an Instant and back. */
export const asInstant: ValueTransformer = {
  from: (value: Date | string | null): Instant | null => (value === null ? null : instant(new Date(value).getTime())),
  // TypeORM hands operators such as LessThan through here as well: what is not a number stays as it is.
  to: (value: Instant | null | undefined): unknown => (typeof value === 'number' ? new Date(value) : value),
};

/** Options of a `timestamptz(3)` column. */
export function instantColumn(name: string, options: { nullable?: boolean } = {}) {
  return { name, type: 'timestamptz', precision: 3, transformer: asInstant, ...options } as const;
}

/** An Instant as the parameter of a raw statement. */
export function sqlTime(at: Instant): Date {
  return new Date(at);
}

/** The Instant in a column of a raw row. */
export function fromSqlTime(value: Date): Instant;
export function fromSqlTime(value: Date | null): Instant | null;
export function fromSqlTime(value: Date | null): Instant | null {
  return value === null ? null : instant(value.getTime());
}
