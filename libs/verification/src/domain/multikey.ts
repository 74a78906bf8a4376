const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** Multicodec prefix of a raw Ed25519 public key. */
const ED25519 = [0xed, 0x01] as const;
const KEY_BYTES = 32;

/** A raw Ed25519 public key as Multikey (W3C Controlled Identifiers 1.0): multibase base58-btc of the multicodec prefix and the key. */
export function multikeyOf(publicKey: Uint8Array): string {
  return `z${base58(Uint8Array.of(...ED25519, ...publicKey))}`;
}

/** The raw Ed25519 public key in a Multikey; null when it is none. */
export function rawKeyOf(multikey: string): Uint8Array | null {
  const bytes = fromMultibase(multikey);
  const fits = bytes !== null && bytes.length === KEY_BYTES + 2 && bytes[0] === ED25519[0] && bytes[1] === ED25519[1];
  return fits ? bytes.subarray(2) : null;
}

/** The bytes of a multibase base58-btc text (`z…`); null when it is none. */
export function fromMultibase(text: string): Uint8Array | null {
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return null;
  const digits = text.slice(1);
  let value = 0n;
  for (const digit of digits) value = value * 58n + BigInt(BASE58.indexOf(digit));
  const bytes: number[] = [];
  for (; value > 0n; value >>= 8n) bytes.unshift(Number(value & 0xffn));
  const zeros = /^1*/.exec(digits)![0].length;
  return Uint8Array.from([...Array.from({ length: zeros }, () => 0), ...bytes]);
}

function base58(bytes: Uint8Array): string {
  let value = bytes.reduce((number, byte) => number * 256n + BigInt(byte), 0n);
  let text = '';
  for (; value > 0n; value /= 58n) text = BASE58[Number(value % 58n)]! + text;
  const firstOther = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(firstOther < 0 ? bytes.length : firstOther) + text;
}
