/** Bitstring Status List v1.0: at least 131,072 entries, so that one entry tells little about whom it is. */
export const LIST_LENGTH = 131_072;
export const LIST_BYTES = LIST_LENGTH / 8;

/** The bit at `place`, counted from the highest bit of the first byte. Null when the list has no such place. */
export function bitAt(bits: Uint8Array, place: number): boolean | null {
  if (!Number.isInteger(place) || place < 0) return null;
  const byte = bits[Math.floor(place / 8)];
  return byte === undefined ? null : ((byte >> (7 - (place % 8))) & 1) === 1;
}

/** The same place for PostgreSQL's `set_bit`, which counts the bits of a byte from the lowest. */
export function placeInPostgres(place: number): number {
  return place - (place % 8) + (7 - (place % 8));
}
