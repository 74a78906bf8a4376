import { equal, type Bytes } from './bytes';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Multicodec prefix of a raw Ed25519 public key. */
const ED25519 = Uint8Array.of(0xed, 0x01);

/** The bytes of multibase base58-btc (`z…`), by long division; null when the text is none. */
export function fromMultibase(text: string): Bytes | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]{1,200}$/.test(text)) return null;
  const backwards: number[] = [];
  for (const digit of text.slice(1)) {
    let carry = ALPHABET.indexOf(digit);
    for (let at = 0; at < backwards.length; at += 1) {
      carry += backwards[at]! * 58;
      backwards[at] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) backwards.push(carry & 0xff);
  }
  const zeros = text.slice(1).search(/[^1]/);
  for (let count = zeros < 0 ? text.length - 1 : zeros; count > 0; count -= 1) backwards.push(0);
  return Uint8Array.from(backwards.reverse());
}

/** The raw Ed25519 public key of a Multikey (W3C Controlled Identifiers 1.0); null when it is none. */
export function keyOfMultikey(multikey: string): Bytes | null {
  const bytes = fromMultibase(multikey);
  return bytes?.length === 34 && equal(bytes.subarray(0, 2), ED25519) ? bytes.slice(2) : null;
}
