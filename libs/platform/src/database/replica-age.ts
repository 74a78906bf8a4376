/** Where the primary's log stood at one moment of this process's own monotonic clock. */
interface Sample {
  readonly position: number;
  readonly atMs: number;
}

const MAX_SAMPLES = 600;

/**
 * How old what a replica shows is, by this process's clock alone: the primary's log position is noted again and again, and a replica that
 * has replayed a position shows at least all that was committed when it was noted. Idle primaries and wrong clocks do not disturb this, as
 * they do the time of the last replayed transaction.
 */
export class ReplicaAge {
  private readonly samples: Sample[] = [];

  /** `position` in bytes of log; `atMs` must be from before the primary was asked. */
  note(position: number, atMs: number): void {
    // What is left out here only makes the replica look older until it has replayed what stands before.
    if (this.samples.length < MAX_SAMPLES) this.samples.push({ position, atMs });
  }

  /** The age in ms at `nowMs` of a replica that has replayed up to `position`; Infinity while it has not reached the first position noted. */
  of(position: number, nowMs: number): number {
    const reached = this.samples.findLastIndex((sample) => sample.position <= position);
    if (reached < 0) return Infinity;
    this.samples.splice(0, reached);
    return nowMs - this.samples[0]!.atMs;
  }
}
