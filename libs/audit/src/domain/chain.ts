import { hashOf } from '@hz/kernel';

/** What the hash of an entry covers. */
export interface ChainedEntry {
  readonly no: number;
  readonly id: string;
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly details: unknown;
}

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the canonical JSON of the entry and the hash before it: no entry can change, move or vanish unseen (P8). */
export function linkHash(previousHash: string, entry: ChainedEntry): string {
  return hashOf({ previousHash, ...entry });
}

export type ChainFault = { no: number; fault: 'number-gap' | 'broken-link' | 'altered' };

/** The first fault in a run of links that follows `previous`, or null. */
export function firstFault(
  links: readonly (ChainedEntry & { previousHash: string; hash: string })[],
  previous: { no: number; hash: string },
): ChainFault | null {
  let { no, hash } = previous;
  for (const link of links) {
    if (link.no !== no + 1) return { no: no + 1, fault: 'number-gap' };
    if (link.previousHash !== hash) return { no: link.no, fault: 'broken-link' };
    const { previousHash, hash: stored, ...entry } = link;
    if (linkHash(previousHash, entry) !== stored) return { no: link.no, fault: 'altered' };
    ({ no, hash } = link);
  }
  return null;
}
