const MASK = '*';

/** Names are compared without regard to case, width, blanks and the dot between the parts of a foreign name. */
export function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s·•.‧・'’-]/gu, '')
    .toLowerCase();
}

/** What is shown to whom gave neither name nor code: the first character of each word, the rest hidden and its length too. */
export function maskedName(name: string): string {
  return name
    .trim()
    .split(/\s+/u)
    .map((word) => [...word][0] + MASK.repeat(2))
    .join(' ');
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
