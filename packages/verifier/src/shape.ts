/** Whether a value has a shape. */
export type Shape = (value: unknown) => boolean;

export const literal =
  (...wanted: readonly unknown[]): Shape =>
  (value) =>
    wanted.includes(value);

export const text = (pattern = /^[\s\S]{1,5000}$/): Shape => {
  return (value) => typeof value === 'string' && pattern.test(value);
};

export const list =
  (each: Shape, { min = 0, max }: { min?: number; max: number }): Shape =>
  (value) =>
    Array.isArray(value) && value.length >= min && value.length <= max && value.every(each);

export const tuple =
  (...each: readonly Shape[]): Shape =>
  (value) =>
    Array.isArray(value) && value.length === each.length && each.every((shape, at) => shape(value[at]));

export const either =
  (...shapes: readonly Shape[]): Shape =>
  (value) =>
    shapes.some((shape) => shape(value));

/** An object with these members, and with no others. */
export function exactly(members: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape {
  return (value) => {
    if (!isObject(value)) return false;
    const known = (name: string) => (Object.hasOwn(members, name) ? members[name] : optional[name]);
    return (
      Object.keys(members).every((name) => Object.hasOwn(value, name)) &&
      Object.entries(value).every(
        ([name, member]) => Object.hasOwn({ ...members, ...optional }, name) && known(name)!(member),
      )
    );
  };
}

/** An object with at least these members. */
export function having(members: Record<string, Shape>): Shape {
  return (value) =>
    isObject(value) &&
    Object.entries(members).every(([name, shape]) => Object.hasOwn(value, name) && shape(value[name]));
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
