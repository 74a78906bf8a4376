/** Letters and digits that are hard to mistake for one another (Crockford's base 32). */
export const RECOVERY_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** Codes are typed by hand from paper: case, blanks and hyphens do not count, and look-alikes are read as meant. */
export function normalizedRecoveryCode(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '').replaceAll('o', '0').replace(/[il]/g, '1');
}

/** `abcd-efgh-jkmn` from its twelve characters. */
export function grouped(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
