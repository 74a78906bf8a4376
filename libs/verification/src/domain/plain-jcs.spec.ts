import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '@hz/kernel';
import { plainJcs } from './plain-jcs';

const folder = join(__dirname, '../../../../test/fixtures/vc-di-eddsa');

describe('canonical JSON for the check by other code', () => {
  it('is that of the vectors of W3C', () => {
    const unsigned = JSON.parse(readFileSync(join(folder, 'unsigned.json'), 'utf8')) as object;
    expect(plainJcs(unsigned)).toBe(readFileSync(join(folder, 'eddsa-jcs-2022/canonDocJCS.txt'), 'utf8').trim());
  });

  it.each([
    [{ b: 1, a: [true, null, 'x'], '\u20ac': 1, '\r': 2, '\ud83d\ude00': 3, '\ufb33': 4 }],
    [{ deep: [{ z: '', y: { x: -0, w: 1e21, v: 0.000001, u: 1e-7 } }], text: 'é"\\\u0007\u2028欧' }],
    [[]],
  ])('agrees with the library for %j', (value) => {
    expect(plainJcs(value)).toBe(canonicalJson(value));
  });

  it('refuses what JSON cannot hold', () => {
    expect(() => plainJcs({ a: Number.NaN })).toThrow(TypeError);
    expect(() => plainJcs([() => 1])).toThrow(TypeError);
  });
});
