import canonicalize from 'canonicalize';

/** JSON in the one form that RFC 8785 (JCS) prescribes, so that equal values give equal bytes. Throws on what JSON cannot hold. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('value has no JSON form');
  return text;
}
