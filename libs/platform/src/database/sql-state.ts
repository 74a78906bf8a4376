/** The SQLSTATE of a database error, however deep the libraries wrapped it; undefined for any other error. */
export function sqlStateOf(error: unknown): string | undefined {
  return field(error, 'code');
}

/** The name of the constraint that a statement broke. */
export function brokenConstraint(error: unknown): string | undefined {
  return field(error, 'constraint');
}

const UNIQUE_VIOLATION = '23505';

/** Rethrows a unique violation of `constraint` as the refusal that `make` builds, and any other error as it is. */
export function refuseDuplicate(constraint: string, make: () => Error): (error: unknown) => never {
  return (error) => {
    if (sqlStateOf(error) === UNIQUE_VIOLATION && brokenConstraint(error) === constraint) throw make();
    throw error;
  };
}

function field(error: unknown, name: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value = (error as Record<string, unknown>)[name];
  if (typeof value === 'string') return value;
  return field((error as { driverError?: unknown }).driverError, name);
}
