export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What a text says as JSON; undefined when it is none. */
export function jsonOf(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/**
 * Canonical JSON (RFC 8785): members sorted by the UTF-16 code units of their names (3.2.3); numbers and strings as ECMAScript writes
 * them (3.2.2). Throws a RangeError where nesting is deeper than any certificate's.
 */
export function canonicalJson(value: Json, depth = 0): string {
  if (depth > 100) throw new RangeError('nested too deeply');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((each) => canonicalJson(each as Json, depth + 1)).join(',')}]`;
  const members = Object.entries(value as { [name: string]: Json }).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member, depth + 1)}`).join(',')}}`;
}

/**
 * Whether a text is, to the character, the canonical form of what it says. Any other text may say a thing twice, and show one of them
 * to a reader and the other to a check.
 */
export function isCanonical(text: string, said: Json): boolean {
  return canonicalJson(said) === text;
}
