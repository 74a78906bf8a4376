import { createHmac } from 'node:crypto';
import { HmacKey } from './hmac-key';

describe('an HMAC key', () => {
  const keys = ['k', 'the-key-of-the-lease', 'x'.repeat(43), '~!'.repeat(32)];
  const texts = ['', 'a', '01900000-0000-7000-8000-000000000001:57:' + 'f'.repeat(64), '汉字 😀', 'x'.repeat(5_000)];

  it.each(keys)('makes the tags of any implementation of HMAC-SHA-256: %s', (key) => {
    const mine = new HmacKey(key);
    for (const text of [...texts, ...texts]) {
      expect(mine.tag(text)).toBe(createHmac('sha256', key).update(text).digest('hex'));
    }
  });

  it.each(['', 'ключ', 'with space', 'x'.repeat(65)])('refuses a key that it could not use rightly: %s', (key) => {
    expect(() => new HmacKey(key)).toThrow('ASCII');
  });
});
