import { bitAt, LIST_BYTES, LIST_LENGTH, placeInPostgres } from './status-list';

describe('bitstring status lists', () => {
  it('hold at least 131,072 entries, the first one in the highest bit of the first byte', () => {
    expect(LIST_LENGTH).toBe(131_072);
    const bits = new Uint8Array(LIST_BYTES);
    bits[0] = 0b1000_0000;
    bits[LIST_BYTES - 1] = 0b0000_0001;
    expect(bitAt(bits, 0)).toBe(true);
    expect(bitAt(bits, 1)).toBe(false);
    expect(bitAt(bits, LIST_LENGTH - 1)).toBe(true);
    expect(bitAt(bits, LIST_LENGTH - 2)).toBe(false);
  });

  it.each([-1, LIST_LENGTH, 1.5, Number.NaN])('have no place %d', (place) => {
    expect(bitAt(new Uint8Array(LIST_BYTES), place)).toBeNull();
  });

  it('know where PostgreSQL, which counts from the lowest bit, has a place', () => {
    expect([0, 7, 8, 15].map(placeInPostgres)).toEqual([7, 0, 15, 8]);
  });
});
