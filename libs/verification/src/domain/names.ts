/** Names are compared without regard to case, width, blanks and the dot between the parts of a foreign name. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•.‧・'’-]/gu, '')
    .toLowerCase();
}

/** A certificate number as people type it: full width, small letters, missing or other hyphens are mended. */
export function normalizedNumber(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  const parts = /^(HZ)(\d{4})(\d{3})(\d{6})([0-9A-Z])$/.exec(plain);
  return parts === null ? plain : parts.slice(1).join('-');
}
