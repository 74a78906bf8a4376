import { fromBase64Url } from './bytes';
import { inflated } from './inflate';

/** The list of the specification's own example (Bitstring Status List 1.0, 2.2), in which nothing is set. */
const NOTHING_SET = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';
const BYTES = 16_384;
const unpacked = (list: string, limit = BYTES) => inflated(fromBase64Url(list.slice(1))!, 'gzip', limit);

describe('P7: the status list of the specification', () => {
  it('has 131,072 places, and none is set', async () => {
    const bits = await unpacked(NOTHING_SET);
    expect([bits.length, bits.every((byte) => byte === 0)]).toEqual([BYTES, true]);
  });

  it('is refused when it is cut, altered, or larger than a reader allows', async () => {
    await expect(unpacked(NOTHING_SET.slice(0, -4))).rejects.toThrow();
    await expect(unpacked(NOTHING_SET.replace('wfo', 'wfp'))).rejects.toThrow();
    await expect(unpacked(NOTHING_SET, BYTES - 1)).rejects.toThrow('larger than allowed');
  });
});
