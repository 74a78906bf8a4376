import { z } from 'zod';

/** Query of every list: how many rows, after which one. */
export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

/** One page of `row`; `nextCursor` is null on the last one. */
export function pageOf<Row extends z.ZodType>(row: Row, id: string) {
  return z.object({ rows: z.array(row), nextCursor: z.string().nullable(), total: z.int().nullable() }).meta({ id });
}

export interface Page<Row> {
  rows: Row[];
  nextCursor: string | null;
  total: number | null;
}

export const encodeCursor = (parts: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify(parts)).toString('base64url');

/** The parts of a cursor; null when it was not made here. */
export function decodeCursor(cursor: string | undefined): (string | number)[] | null {
  if (cursor === undefined) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) && value.every((part) => ['string', 'number'].includes(typeof part)) ? value : null;
  } catch {
    return null;
  }
}
