import fc from 'fast-check';
import { fromMultibase, multikeyOf, rawKeyOf } from './multikey';

describe('multikeys', () => {
  it('read the key of the W3C test vectors', () => {
    const key = rawKeyOf('z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2')!;
    expect(Buffer.from(key).toString('hex')).toHaveLength(64);
    expect(multikeyOf(key)).toBe('z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2');
  });

  it('give back what went in', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (key) => {
        expect(Buffer.from(rawKeyOf(multikeyOf(key))!)).toEqual(Buffer.from(key));
      }),
    );
  });

  it.each(['', 'z', 'u6Mk', 'z0OIl', 'zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme'])('refuse %j', (text) => {
    expect(rawKeyOf(text)).toBeNull();
  });

  it('keep leading zeros', () => {
    expect(fromMultibase('z112')).toEqual(Uint8Array.of(0, 0, 1));
  });
});
