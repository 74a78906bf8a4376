import { journalPart, MAX_LINKS, type JournalPart, type TimeMark } from '@hz/delivery/contract';
import { CHAIN_START, linked, type Link } from './chain';
import type { JournalEntry } from './resume';

/** More than these are written down by the newest of each number: an essay is journalled at each pause. */
const MANY_LINKS = 500;

/** A link with its place on the device. */
export type NumberedLink = Link & { readonly no: number };

/**
 * The journal as this page holds it in memory: what is on the device, in the same order. It knows when each answer was given, also when
 * the answer gets another number later, and writes itself down for the server.
 */
export class ChainedJournal {
  private held: NumberedLink[] = [];
  private lastNo = 0;

  constructor(private readonly now: () => TimeMark | null) {}

  /** Takes over what the device holds. */
  take(links: readonly NumberedLink[]): void {
    this.held = [...links];
    this.lastNo = links.at(-1)?.no ?? 0;
  }

  append(entries: readonly JournalEntry[]): NumberedLink[] {
    return entries.map((entry) => this.add(entry, this.markOf(entry) ?? this.now()));
  }

  /** Starts the chain anew. Whatever was written before keeps the time at which it was given. */
  rewrite(entries: readonly JournalEntry[]): NumberedLink[] {
    const marked = entries.map((entry) => ({ entry, mark: this.markOf(entry) ?? this.markOfValue(entry) }));
    this.held = [];
    return marked.map(({ entry, mark }) => this.add(entry, mark === undefined ? this.now() : mark));
  }

  /** Forgets what lies before the oldest link of these numbers; returns the place from which on links are kept. */
  prune(pendingSeqs: readonly number[]): number {
    const pending = new Set(pendingSeqs);
    const first = this.held.findIndex(({ seq }) => pending.has(seq));
    this.held = first === -1 ? [] : this.held.slice(first);
    return this.held[0]?.no ?? this.lastNo + 1;
  }

  /** What the server gets to see of it; null when it holds nothing. Of a very long one only the newest link of each number. */
  part(): JournalPart | null {
    const first = this.held[0];
    if (first === undefined) return null;
    if (this.held.length <= MANY_LINKS) return journalPart(first.previous, this.held);
    const newest = [...new Map(this.held.map((link) => [link.seq, link])).values()];
    return journalPart(CHAIN_START, newest.slice(-MAX_LINKS));
  }

  private add(entry: JournalEntry, mark: TimeMark | null): NumberedLink {
    const { seq, itemRef, value, at, sent, leaseNo } = entry;
    this.lastNo += 1;
    const previous = this.held.at(-1)?.hash ?? CHAIN_START;
    const link = { ...linked({ seq, itemRef, value, at, sent, leaseNo }, previous, mark), no: this.lastNo };
    this.held.push(link);
    return link;
  }

  /** When this very answer was written before: under its number, or at its time under another. */
  private markOf({ seq, itemRef, value, at }: JournalEntry): TimeMark | null | undefined {
    const isSame = (link: NumberedLink) => link.itemRef === itemRef && sameValue(link, value);
    const last = this.held.findLast((link) => link.seq === seq);
    if (last !== undefined && isSame(last)) return last.mark;
    return this.held.findLast((link) => link.at === at && isSame(link))?.mark;
  }

  private markOfValue({ itemRef, value }: JournalEntry): TimeMark | null | undefined {
    return this.held.findLast((link) => link.itemRef === itemRef && sameValue(link, value))?.mark;
  }
}

const sameValue = (link: Link, value: JournalEntry['value']): boolean =>
  JSON.stringify(link.value) === JSON.stringify(value);
