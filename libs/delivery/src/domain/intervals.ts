import { earliest, latest, type DurationMs, type Instant } from '@hz/kernel';

/** A stretch of time: `from` belongs to it, `to` does not. Lists of stretches that functions here return are sorted and disjoint. */
export interface Interval {
  readonly from: Instant;
  readonly to: Instant;
}

/** The same time, in order and without overlaps; what is empty or runs backwards is left out. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const next of [...intervals].filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last !== undefined && next.from <= last.to)
      merged[merged.length - 1] = { ...last, to: latest(last.to, next.to) };
    else merged.push(next);
  }
  return merged;
}

/** The time that belongs to both. */
export function intersection(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const others = union(b);
  return union(a).flatMap((one) =>
    others
      .map((other) => ({ from: latest(one.from, other.from), to: earliest(one.to, other.to) }))
      .filter(({ from, to }) => from < to),
  );
}

/** The time of `a` that does not belong to `b`. */
export function difference(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  const away = union(b);
  return union(a).flatMap((whole) => {
    const pieces: Interval[] = [];
    let { from } = whole;
    for (const cut of away) {
      if (cut.to <= from || cut.from >= whole.to) continue;
      if (cut.from > from) pieces.push({ from, to: cut.from });
      from = cut.to;
    }
    return from < whole.to ? [...pieces, { from, to: whole.to }] : pieces;
  });
}

export function lengthOf(intervals: readonly Interval[]): DurationMs {
  return union(intervals).reduce((sum, { from, to }) => sum + (to - from), 0);
}
