export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Deeper than any certificate is nested. */
const MAX_DEPTH = 64;

/** What a text says as JSON; undefined when it is none, or nested so deeply that walking it would be a burden. */
export function jsonOf(text: string): Json | undefined {
  try {
    const said = JSON.parse(text) as Json;
    return isShallow(said, MAX_DEPTH) ? said : undefined;
  } catch {
    return undefined;
  }
}

function isShallow(value: Json, left: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  return left > 0 && Object.values(value).every((each) => isShallow(each as Json, left - 1));
}

/**
 * Canonical JSON (RFC 8785): members sorted by the UTF-16 code units of their names (3.2.3); numbers and strings as ECMAScript writes
 * them (3.2.2).
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each as Json)).join(',')}]`;
  const members = Object.entries(value as { [name: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}

/**
 * Whether a text is, to the character, the canonical form of what it says. Any other text may say a thing twice, and show one of them
 * to a reader and the other to a check.
 */
export function isCanonical(text: string, said: Json): boolean {
  return canonicalJson(said) === text;
}
