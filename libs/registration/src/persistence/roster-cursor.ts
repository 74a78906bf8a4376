import { decodeCursor, encodeCursor } from '@hz/platform';
import { z } from 'zod';

/** The row after which a page begins: its place in the order, and its id where several share that place. */
export interface RowPlace {
  readonly key: number;
  readonly id: string;
}

const place = z.tuple([z.number(), z.uuid()]);

export const cursorOfRoster = ({ seatNo, id }: { seatNo: number; id: string }): string => encodeCursor([seatNo, id]);
export const cursorOfTime = ({ registeredAt, id }: { registeredAt: number; id: string }): string =>
  encodeCursor([registeredAt, id]);

/** Null, which is the beginning, for no cursor and for one that was not made here. */
export function readCursor(cursor: string | undefined): RowPlace | null {
  const parts = place.safeParse(decodeCursor(cursor));
  return parts.success ? { key: parts.data[0], id: parts.data[1] } : null;
}
