const KINDS = ['issue', 'supersede', 'suspend', 'reinstate', 'revoke'] as const;
export type Kind = (typeof KINDS)[number];

export interface Leaf {
  readonly kind: Kind;
  readonly at: string;
  readonly commitment: string;
}

/** What a leaf says; null when it is not, to the byte, one of the log's form. */
export function leafOf(bytes: Uint8Array): Leaf | null {
  const text = Buffer.from(bytes).toString('utf8');
  let parsed: Partial<Leaf> | null;
  try {
    parsed = JSON.parse(text) as Partial<Leaf> | null;
  } catch {
    return null;
  }
  const { kind, at, commitment } = parsed ?? {};
  if (kind === undefined || !KINDS.includes(kind)) return null;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at ?? '') || !/^[0-9a-f]{64}$/.test(commitment ?? ''))
    return null;
  return leafText(kind, at!, commitment!) === text ? { kind, at: at!, commitment: commitment! } : null;
}

/** Canonical JSON (RFC 8785) of a leaf: members in the order of their names. */
export function leafText(kind: string, at: string, commitment: string): string {
  return JSON.stringify({ at, commitment, kind });
}

/** Canonical JSON (RFC 8785) of anything that JSON can hold: ECMAScript writes numbers and strings as the rule wants them. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`).join(',')}}`;
}
