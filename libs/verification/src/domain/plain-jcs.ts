/**
 * JSON in the canonical form of RFC 8785, from its text alone: what signs uses a library for it, and a check that shares code with what it
 * checks would share its mistakes. Members are sorted by the UTF-16 code units of their names (3.2.3); strings and numbers are written as
 * ECMAScript writes them (3.2.2). Throws on what JSON cannot hold.
 */
export function plainJcs(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(plainJcs).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`no JSON form: ${typeof value}`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${plainJcs(member)}`).join(',')}}`;
}
