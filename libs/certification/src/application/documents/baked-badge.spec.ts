import { deflateSync } from 'node:zlib';
import { encodePng } from '@hz/platform';
import { bakedBadge } from './baked-badge';

const PICTURE = encodePng({ width: 1, height: 1, rgb: Buffer.from([1, 2, 3]), alpha: null });

describe('P7: baking a credential into a picture (Open Badges 3.0, 5.3.2.1)', () => {
  it('adds one chunk after the header and leaves every other byte as it was', () => {
    const credential = '{"name":"欧阳晓明"}';
    const baked = bakedBadge(PICTURE, credential);
    const start = baked.indexOf('iTXt') - 4;
    const length = baked.readUInt32BE(start);
    const text = baked.subarray(start + 8, start + 8 + length).toString();
    expect(text).toBe(`openbadgecredential\0\0\0\0\0${credential}`);
    expect(Buffer.concat([baked.subarray(0, start), baked.subarray(start + 12 + length)])).toEqual(PICTURE);
  });

  it.each([
    ['what is no picture', Buffer.from('%PDF-1.7 and more text')],
    ['a picture that is cut off', PICTURE.subarray(0, 10)],
    ['a picture of another kind', deflateSync(PICTURE)],
    ['one that is baked already', bakedBadge(PICTURE, '{}')],
  ])('refuses %s', (_, file) => expect(() => bakedBadge(file, '{}')).toThrow(TypeError));
});
