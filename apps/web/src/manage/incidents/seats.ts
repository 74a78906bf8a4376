const LARGEST = 100_000;

/** The seats in “1-12, 15”; an empty text means all of them (null). Undefined when it is not written like that. */
export function seatsIn(text: string): number[] | null | undefined {
  const parts = text.split(/[,，、;\s]+/).filter((part) => part !== '');
  if (parts.length === 0) return null;
  const seats = new Set<number>();
  for (const part of parts) {
    const found = /^(\d{1,6})(?:[-–~](\d{1,6}))?$/.exec(part);
    if (found === null) return undefined;
    const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])];
    if (from < 1 || to < from || to > LARGEST) return undefined;
    for (let seat = from; seat <= to; seat += 1) seats.add(seat);
  }
  return [...seats].sort((a, b) => a - b);
}

/** The same the other way round: 1–12, 15. */
export function seatsText(seats: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const seat of seats) {
    const last = runs.at(-1);
    if (last !== undefined && seat === last[1] + 1) last[1] = seat;
    else runs.push([seat, seat]);
  }
  return runs.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
