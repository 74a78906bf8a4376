/** Names are compared without regard to case, width, blanks and the dot between parts of a foreign name. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•.‧・]/gu, '')
    .toLowerCase();
}

/** What is shown to whom did not give the name: the first character, the rest hidden. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  return first + '*'.repeat(Math.max(1, Math.min(rest.length, 3)));
}

/** A certificate number as people type it: full width, small letters and missing hyphens are mended. */
export function normalizedCertificateNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const parts = /^(HZ)(\d{4})(\d{3})(\d{6})([0-9A-Z])$/.exec(plain);
  return parts === null ? plain : parts.slice(1).join('-');
}
