/**
 * The server's time on this device (P4): the monotonic time of the page plus an offset that each reply of the server narrows. The
 * device's own wall clock is never asked, so that it may be wrong by any amount.
 */
export interface ServerClock {
  /** The offset (server time − monotonic time, ms) lies between these. */
  readonly least: number;
  readonly most: number;
}

/** A reply that carried the server's time; `sentAt` and `receivedAt` are monotonic, in ms. */
export interface TimeSample {
  readonly serverTime: number;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/**
 * Takes a sample in. The server stamped its time between sending and receiving, which bounds the offset. Bounds that contradict the
 * older ones win: the device has slept, and its monotonic time stood still meanwhile, or it drifts.
 */
export function withSample(clock: ServerClock | null, { serverTime, sentAt, receivedAt }: TimeSample): ServerClock {
  const fresh = { least: serverTime - receivedAt, most: serverTime - sentAt };
  if (clock === null) return fresh;
  const both = { least: Math.max(clock.least, fresh.least), most: Math.min(clock.most, fresh.most) };
  return both.least <= both.most ? both : fresh;
}

/** The server's time at a monotonic moment, in ms since 1970. */
export function serverTimeAt({ least, most }: ServerClock, monotonic: number): number {
  return Math.round(monotonic + (least + most) / 2);
}

/** By how much at most the estimate is wrong, in ms. */
export function uncertaintyOf({ least, most }: ServerClock): number {
  return (most - least) / 2;
}
