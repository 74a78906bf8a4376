const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MODULUS = ALPHABET.length;

/**
 * The check character of ISO/IEC 7064, MOD 37,36 (hybrid system) for a text of digits and capital letters: finds every single wrong
 * character and nearly every swap of neighbours. Characters outside of the alphabet (hyphens) are passed over.
 */
export function checkCharacterOf(text: string): string {
  let product = MODULUS;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) continue;
    const sum = (product + value) % MODULUS || MODULUS;
    product = (sum * 2) % (MODULUS + 1);
  }
  return ALPHABET[(MODULUS + 1 - product) % MODULUS]!;
}

/** Whether the last character of `text` is the check character of what stands before it. */
export function hasRightCheckCharacter(text: string): boolean {
  return text.length > 1 && checkCharacterOf(text.slice(0, -1)) === text.at(-1);
}
