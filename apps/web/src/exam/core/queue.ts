import type { ResponseValue } from '@hz/kernel';
import type { SaveAck } from '@hz/delivery/contract';

/** A change that the server has not acknowledged yet. */
export interface PendingSave {
  readonly seq: number;
  readonly itemRef: string;
  readonly value: ResponseValue;
  /** Server time at which it was given. */
  readonly at: number;
  /** Whether it may have reached the server: then its number is taken and its value fixed. */
  readonly sent: boolean;
}

export interface LastSaved {
  readonly seq: number;
  readonly savedAt: number;
  readonly late: boolean;
}

export type TroubleKind = 'network' | 'server' | 'signed-out' | 'forged' | 'refused';
export interface Trouble {
  readonly kind: TroubleKind;
  /** Monotonic time of the first failure in a row. */
  readonly since: number;
  readonly code: string | null;
}

/** The way of changes to the server. All functions are pure; times are monotonic ms. */
export interface SaveQueue {
  readonly pending: readonly PendingSave[];
  readonly nextSeq: number;
  readonly inFlight: readonly number[];
  readonly failures: number;
  /** Not before this moment is anything sent again. */
  readonly retryAt: number | null;
  readonly trouble: Trouble | null;
  readonly lastSaved: LastSaved | null;
}

export const MAX_BATCH = 50;
/** Characters of values in one call; an item alone may be larger. */
export const MAX_BATCH_CHARACTERS = 60_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 30_000;

export function emptyQueue(nextSeq: number, lastSaved: LastSaved | null = null): SaveQueue {
  return { pending: [], nextSeq, inFlight: [], failures: 0, retryAt: null, trouble: null, lastSaved };
}

/**
 * Adds a change under the next number. One that was typed takes the place and number of what was typed before in the same item and has
 * not been sent, so that an hour offline does not send each pause of an essay; numbers have no gaps.
 */
export function enqueue(
  queue: SaveQueue,
  change: { itemRef: string; value: ResponseValue; at: number; typed: boolean },
): SaveQueue {
  const { itemRef, value, typed } = change;
  // It was given after all that is known to be saved, also where the page's clock is slow.
  const at = Math.max(change.at, (queue.lastSaved?.savedAt ?? 0) + 1);
  const place = typed ? queue.pending.findLastIndex((save) => save.itemRef === itemRef) : -1;
  const before = queue.pending[place];
  if (before !== undefined && !before.sent) {
    return { ...queue, pending: queue.pending.with(place, { ...before, value, at }) };
  }
  const save = { seq: queue.nextSeq, itemRef, value, at, sent: false };
  return { ...queue, pending: [...queue.pending, save], nextSeq: queue.nextSeq + 1 };
}

/** The oldest changes that may be sent now, in order; empty while a call is under way or a retry must wait. */
export function nextBatch(queue: SaveQueue, now: number): readonly PendingSave[] {
  if (queue.inFlight.length > 0 || (queue.retryAt !== null && now < queue.retryAt)) return [];
  const batch: PendingSave[] = [];
  let characters = 0;
  for (const save of queue.pending.slice(0, MAX_BATCH)) {
    characters += JSON.stringify(save.value).length;
    if (batch.length > 0 && characters > MAX_BATCH_CHARACTERS) break;
    batch.push(save);
  }
  return batch;
}

export function markSent(queue: SaveQueue, seqs: readonly number[]): SaveQueue {
  const sending = new Set(seqs);
  const pending = queue.pending.map((save) => (sending.has(save.seq) ? { ...save, sent: true } : save));
  return { ...queue, pending, inFlight: [...seqs] };
}

/** Only here does a change leave the queue: `genuine` holds acknowledgements whose MAC was checked against the value that is pending. */
export function acknowledged(queue: SaveQueue, genuine: readonly SaveAck[]): SaveQueue {
  const done = new Set(genuine.map(({ seq }) => seq));
  const newest = genuine.reduce<LastSaved | null>(
    (last, { seq, savedAt, late }) => (last === null || seq > last.seq ? { seq, savedAt, late } : last),
    queue.lastSaved,
  );
  const savedAt = new Map(
    queue.pending.flatMap(({ seq, itemRef }) => {
      const ack = genuine.find((each) => each.seq === seq);
      return ack === undefined ? [] : [[itemRef, ack.savedAt] as const];
    }),
  );
  return {
    ...queue,
    pending: queue.pending
      .filter(({ seq }) => !done.has(seq))
      .map((save) => givenAfter(save, savedAt.get(save.itemRef))),
    inFlight: [],
    failures: 0,
    retryAt: null,
    trouble: null,
    lastSaved: newest,
  };
}

/**
 * What still waits was given after what has been saved of its item, also when that was long on its way or the page's clock is slow:
 * another device goes by these times.
 */
export function givenAfter<Save extends PendingSave>(save: Save, savedAt: number | undefined): Save {
  return savedAt === undefined || save.at > savedAt ? save : { ...save, at: savedAt + 1 };
}

export interface Failure {
  readonly kind: TroubleKind;
  readonly code: string | null;
  /** What the server asked to wait for, in ms; 0 where it asked nothing. */
  readonly retryAfterMs: number;
  readonly now: number;
  /** In [0, 1). */
  readonly jitter: number;
}

/** A call failed: everything stays pending, and the next try waits, never shorter than the server asked for. */
export function failed(queue: SaveQueue, { kind, code, retryAfterMs, now, jitter }: Failure): SaveQueue {
  const since = queue.trouble?.since ?? now;
  return {
    ...queue,
    inFlight: [],
    failures: queue.failures + 1,
    retryAt: now + Math.max(backOff(queue.failures, jitter), retryAfterMs * (1 + jitter / 4)),
    trouble: { kind, code, since },
  };
}

/** 1, 2, 4 … 30 s, of which `jitter` takes up to half off, so that a room does not come back in one beat. */
export function backOff(failures: number, jitter: number): number {
  const whole = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10));
  return Math.round(whole * (1 - jitter / 2));
}

/** The line seems to be back, or the candidate asks: try at once. */
export function retryNow(queue: SaveQueue): SaveQueue {
  return queue.retryAt === null ? queue : { ...queue, retryAt: null };
}

/** Takes out what the server will never accept (its section is closed); it is returned, to be shown and kept. */
export function withdrawn(
  queue: SaveQueue,
  isHopeless: (save: PendingSave) => boolean,
): { queue: SaveQueue; refused: readonly PendingSave[] } {
  const refused = queue.pending.filter(isHopeless);
  const pending = queue.pending.filter((save) => !isHopeless(save));
  return {
    queue: { ...queue, pending, inFlight: [], failures: 0, retryAt: null, trouble: null },
    refused,
  };
}

/** Gives what is pending new numbers after `lastSeq`: another page has used them. */
export function renumbered(queue: SaveQueue, lastSeq: number): SaveQueue {
  const first = Math.max(lastSeq + 1, 1);
  const pending = queue.pending.map((save, index) => ({ ...save, seq: first + index, sent: false }));
  return { ...queue, pending, nextSeq: first + pending.length, inFlight: [] };
}

/** The refs of items with a change that is not acknowledged. */
export function dirtyRefs({ pending }: SaveQueue): ReadonlySet<string> {
  return new Set(pending.map(({ itemRef }) => itemRef));
}
