/**
 * Look-ups that are asked for while one is under way go together in the next: under load one query answers dozens of requests, and a lone
 * request waits for nobody.
 */
export class Gathered<Key, Value> {
  private waiting = new Map<Key, Promise<Value | undefined>>();
  private next: Promise<ReadonlyMap<Key, Value>> | undefined;
  private running: Promise<unknown> = Promise.resolve();

  /** `lookUp` finds all of `keys` at once; what it does not find is left out of the map. */
  constructor(private readonly lookUp: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>) {}

  /** Rejects as the look-up does. */
  find(key: Key): Promise<Value | undefined> {
    let found = this.waiting.get(key);
    if (found === undefined) {
      this.next ??= this.begin();
      found = this.next.then((all) => all.get(key));
      this.waiting.set(key, found);
    }
    return found;
  }

  private async begin(): Promise<ReadonlyMap<Key, Value>> {
    await this.running.catch(() => undefined);
    const keys = [...this.waiting.keys()];
    this.waiting = new Map();
    this.next = undefined;
    const run = this.lookUp(keys);
    this.running = run;
    return run;
  }
}

/** What a look-up by ids answers. */
export function byIdOf<Id, Row extends { readonly id: Id }>(rows: readonly Row[]): Map<Id, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}
