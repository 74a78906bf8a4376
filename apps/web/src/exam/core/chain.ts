import { canonicalJson, sha256Hex } from '@hz/kernel';
import type { JournalEntry } from './resume';

/** A journal entry with its link: the hash covers the entry and the hash before it. */
export interface Link extends JournalEntry {
  readonly previous: string;
  readonly hash: string;
}

export const CHAIN_START = '';

export function linked(entry: JournalEntry, previous: string): Link {
  return { ...entry, previous, hash: linkHash(entry, previous) };
}

/**
 * Sorts out what the device has damaged; of several entries under one number the last holds. The first link may follow one that was
 * acknowledged and removed.
 */
export function checkedChain(links: readonly Link[]): { sound: JournalEntry[]; damaged: number } {
  const intact = links.filter((link) => link.hash === linkHash(link, link.previous));
  const sound = new Map(intact.map(({ previous: _p, hash: _h, ...entry }) => [entry.seq, entry]));
  const gaps = links.filter((link, index) => index > 0 && link.previous !== links[index - 1]!.hash).length;
  return { sound: [...sound.values()], damaged: Math.max(links.length - intact.length, gaps) };
}

function linkHash({ seq, itemRef, value, at, leaseNo }: JournalEntry, previous: string): string {
  return sha256Hex(`${previous}\n${canonicalJson({ seq, itemRef, value, at, leaseNo })}`);
}
