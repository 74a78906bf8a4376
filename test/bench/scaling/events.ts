interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Simulated time in ms, and what is going to happen in it. Of events at one moment the one that was planned first comes first. */
export class Events {
  now = 0;
  private readonly heap: Event[] = [];
  private planned = 0;

  in(ms: number, run: () => void): void {
    this.push({ at: this.now + ms, order: this.planned++, run });
  }

  /** Runs what happens until `untilMs`, or everything. */
  run(untilMs = Infinity): void {
    while (this.heap.length > 0 && this.heap[0]!.at <= untilMs) {
      const next = this.pop();
      this.now = next.at;
      next.run();
    }
    if (untilMs !== Infinity) this.now = untilMs;
  }

  private push(event: Event): void {
    const { heap } = this;
    let at = heap.push(event) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(event, heap[above]!)) break;
      heap[at] = heap[above]!;
      at = above;
    }
    heap[at] = event;
  }

  private pop(): Event {
    const { heap } = this;
    const first = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
      if (!isBefore(heap[below]!, last)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(one: Event, other: Event): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
