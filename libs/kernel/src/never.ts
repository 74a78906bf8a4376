/** Marks the branch that cannot be reached; fails to compile when a case is missing. */
export function never(value: never): never {
  throw new TypeError(`unexpected ${JSON.stringify(value)}`);
}
