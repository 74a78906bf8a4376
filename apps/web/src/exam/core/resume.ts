import { canonicalJson, type ResponseValue } from '@hz/kernel';
import type { Resume } from '@hz/delivery/contract';
import type { PendingSave } from './queue';

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
 * item by item, and gets new numbers.
 */
export function reconcile(server: Resume, journal: readonly JournalEntry[], leaseNo: number): Reconciled {
  const saved = new Map(server.responses.map((response) => [response.itemRef, response]));
  const ordered = [...journal].sort((a, b) => a.seq - b.seq);
  const continuous = ordered.every((entry) => entry.leaseNo >= leaseNo - 1);
  const verdicts = ordered.map((entry) => ({ entry, verdict: judge(entry, saved.get(entry.itemRef), continuous) }));
  const replayed = verdicts.filter(({ verdict }) => verdict === 'replay').map(({ entry }) => entry);
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

function judge(entry: JournalEntry, saved: Saved | undefined, continuous: boolean): 'replay' | 'drop' | 'set-aside' {
  if (saved === undefined) return 'replay';
  const same = canonicalJson(saved.value) === canonicalJson(entry.value);
  if (same && saved.seq >= entry.seq) return 'drop';
  if (continuous) return entry.seq > saved.seq ? 'replay' : 'drop';
  if (same) return 'drop';
  return entry.at > saved.savedAt ? 'replay' : 'set-aside';
}
