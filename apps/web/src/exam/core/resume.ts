import { canonicalJson, type ResponseValue } from '@hz/kernel';
import type { Resume } from '@hz/delivery/contract';
import { givenAfter, type PendingSave } from './queue';

/** An entry of the device's journal. `leaseNo` is that of the lease under which it was given. */
export interface JournalEntry extends PendingSave {
  readonly leaseNo: number;
}

export interface Reconciled {
  readonly responses: ReadonlyMap<string, ResponseValue>;
  /** To be sent (again), in order. */
  readonly pending: readonly PendingSave[];
  readonly nextSeq: number;
  /** Given here, but another page has answered the item later: kept, shown, not sent. */
  readonly setAside: readonly JournalEntry[];
}

type Saved = Resume['responses'][number];

/**
 * Brings together what the server has and what this device had not yet got acknowledged. `leaseNo` is that of the new lease. As long as
 * nobody else has written in between, the journal goes on where it stopped, under its own numbers. Otherwise what was given later wins,
 * item by item, and gets new numbers; the newest entry of an item speaks for the older ones.
 */
export function reconcile(server: Resume, journal: readonly JournalEntry[], leaseNo: number): Reconciled {
  const saved = new Map(server.responses.map((response) => [response.itemRef, response]));
  const ordered = [...journal].sort((a, b) => a.seq - b.seq);
  const continuous = ordered.every((entry) => entry.leaseNo >= leaseNo - 1);
  const newest = new Map(ordered.map((entry) => [entry.itemRef, entry]));
  const own = new Set(ordered.filter((entry) => isSame(entry, saved.get(entry.itemRef))).map(({ itemRef }) => itemRef));
  const verdicts = ordered.map((entry) => {
    const known = saved.get(entry.itemRef);
    const ofItem = judge(newest.get(entry.itemRef)!, known, continuous || own.has(entry.itemRef));
    return { entry, verdict: ofItem === 'replay' ? judge(entry, known, continuous || own.has(entry.itemRef)) : ofItem };
  });
  const replayed = verdicts
    .filter(({ verdict }) => verdict === 'replay')
    .map(({ entry }) => givenAfter(entry, saved.get(entry.itemRef)?.savedAt));
  const pending = replayed.map(({ leaseNo: _, ...save }, index) =>
    continuous ? { ...save, sent: true } : { ...save, seq: server.lastSeq + 1 + index, sent: false },
  );
  const responses = new Map([...saved].map(([ref, { value }]) => [ref, value]));
  for (const { itemRef, value } of pending) responses.set(itemRef, value);
  return {
    responses,
    pending,
    nextSeq: Math.max(server.lastSeq, ...ordered.map(({ seq }) => seq), ...pending.map(({ seq }) => seq)) + 1,
    setAside: verdicts.filter(({ verdict }) => verdict === 'set-aside').map(({ entry }) => entry),
  };
}

/** Whether what is saved is this very entry: only its acknowledgement was lost, and nobody else has answered the item since. */
function isSame({ seq, value }: JournalEntry, saved: Saved | undefined): boolean {
  return saved?.seq === seq && canonicalJson(saved.value) === canonicalJson(value);
}

/** `continuous`: what is saved of the item comes from this device. */
function judge(entry: JournalEntry, saved: Saved | undefined, continuous: boolean): 'replay' | 'drop' | 'set-aside' {
  if (saved === undefined) return 'replay';
  const same = canonicalJson(saved.value) === canonicalJson(entry.value);
  if (same && saved.seq >= entry.seq) return 'drop';
  if (continuous) return entry.seq > saved.seq ? 'replay' : 'drop';
  if (same) return 'drop';
  return entry.at > saved.savedAt ? 'replay' : 'set-aside';
}
