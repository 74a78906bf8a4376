import { canonicalJson, sha256Hex } from '@hz/kernel';
import { journalHash, valueDigest, type JournalFacts, type TimeMark } from '@hz/delivery/contract';
import type { JournalEntry } from './resume';

/** A journal entry with its link: the hash covers the entry, when it was given, and the hash before it. */
export interface Link extends JournalEntry {
  readonly digest: string;
  /** Null before the first beacon of the page. */
  readonly mark: TimeMark | null;
  readonly previous: string;
  readonly hash: string;
}

export const CHAIN_START = '';

export function linked(entry: JournalEntry, previous: string, mark: TimeMark | null = null): Link {
  const { seq, itemRef, value, at, leaseNo } = entry;
  const facts: JournalFacts = { seq, itemRef, digest: valueDigest(value), at, leaseNo, mark };
  return { ...entry, ...facts, previous, hash: journalHash(facts, previous) };
}

/**
 * Sorts out what the device has damaged; of several entries under one number the last holds. The first link may follow one that was
 * acknowledged and removed.
 */
export function checkedChain(links: readonly Link[]): { sound: JournalEntry[]; damaged: number } {
  const intact = links.filter(isIntact);
  const sound = new Map(
    intact.map(({ seq, itemRef, value, at, sent, leaseNo }) => [seq, { seq, itemRef, value, at, sent, leaseNo }]),
  );
  const gaps = links.filter((link, index) => index > 0 && link.previous !== links[index - 1]!.hash).length;
  return { sound: [...sound.values()], damaged: Math.max(links.length - intact.length, gaps) };
}

function isIntact(link: Link): boolean {
  if ((link as Partial<Link>).digest === undefined) return link.hash === hashWithoutMark(link);
  return link.digest === valueDigest(link.value) && link.hash === journalHash(link, link.previous);
}

/** Of pages that knew no beacons: what they left on the device is still read. */
function hashWithoutMark({ seq, itemRef, value, at, leaseNo, previous }: Link): string {
  return sha256Hex(`${previous}\n${canonicalJson({ seq, itemRef, value, at, leaseNo })}`);
}
