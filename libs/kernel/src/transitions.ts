/** A life as data: for each state the states that may follow. A state without successors is an end. */
export type Transitions<State extends string> = Readonly<Record<State, readonly State[]>>;

export function mayBecome<State extends string>(life: Transitions<State>, from: State, to: State): boolean {
  return life[from].includes(to);
}

/** All states that can be reached from `start`, itself included. */
export function reachable<State extends string>(life: Transitions<State>, start: State): Set<State> {
  const seen = new Set<State>([start]);
  const queue: State[] = [start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const next of life[state]) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return seen;
}

/** The states without an exit. */
export function ends<State extends string>(life: Transitions<State>): State[] {
  return (Object.keys(life) as State[]).filter((state) => life[state].length === 0);
}
