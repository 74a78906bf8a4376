const MASK = '*';

/** What is shown of a name that is not to be known: the first character of each word, the rest hidden and its length too. */
export function maskedName(name: string): string {
  return name
    .trim()
    .split(/\s+/u)
    .map((word) => [...word][0] + MASK.repeat(2))
    .join(' ');
}
