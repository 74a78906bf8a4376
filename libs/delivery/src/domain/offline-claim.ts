import { plus, type DurationMs, type Instant } from '@hz/kernel';
import type { ClaimDoubt, ClaimRefusal } from '../contract';

/** What an answer says of itself. */
export interface Claim {
  readonly seq: number;
  readonly leaseNo: number;
  /** Whether chain and value are what the device wrote. */
  readonly intact: boolean;
  /** Null: the page had no beacon yet. */
  readonly mark: {
    readonly beaconAt: Instant;
    readonly beaconSeq: number;
    /** Whether the server made the beacon, for this attempt. */
    readonly genuine: boolean;
    readonly sinceMs: DurationMs;
  } | null;
}

/** How the attempt stands when the answer has come. All moments are the server's (P4). */
export interface ClaimTerms {
  readonly receivedAt: Instant;
  /** The end of the sitting, or of the section's own time where that is earlier. */
  readonly endsAt: Instant;
  readonly graceEndsAt: Instant;
  readonly isOpen: boolean;
  readonly isSectionOpen: boolean;
  readonly leaseNo: number;
}

/**
 * counts: the answer is saved, and flagged where it came after the end. decide: it is kept, and a person decides. refused: what it says
 * contradicts itself, or says that it came too late; it is kept with the reason.
 */
export type ClaimVerdict =
  | { readonly verdict: 'counts' }
  | { readonly verdict: 'decide'; readonly why: ClaimDoubt }
  | { readonly verdict: 'refused'; readonly why: ClaimRefusal };

/**
 * By how much an honest page may be wrong: half a second between two looks at the clock, what it does not know of the server's time, and
 * the drift of a monotonic clock.
 */
export const CLAIM_TOLERANCE_MS: DurationMs = 2_000;

/** When the answer says that it was given: the beacon's time and what the page's monotonic clock has counted since. Null without a beacon. */
export function claimedAt({ mark }: Pick<Claim, 'mark'>): Instant | null {
  return mark === null ? null : plus(mark.beaconAt, mark.sinceMs);
}

/**
 * What becomes of an answer that was given without contact and has come now. Nothing proves that it was given before the end: a beacon
 * says that it was given after the beacon, receipt that it was given before receipt, and what lies between is the page's own word. So
 * that word must not contradict what is known, and it is taken for as long as the session's grace and no longer (I7).
 */
export function judgeClaim(claim: Claim, terms: ClaimTerms): ClaimVerdict {
  const contradiction = contradictionOf(claim, terms);
  if (contradiction !== null) return { verdict: 'refused', why: contradiction };
  const doubt = doubtOf(claim, terms);
  return doubt === null ? { verdict: 'counts' } : { verdict: 'decide', why: doubt };
}

function contradictionOf(claim: Claim, { receivedAt, endsAt }: ClaimTerms): ClaimRefusal | null {
  if (!claim.intact) return 'chain-broken';
  const { mark } = claim;
  if (mark === null) return null;
  if (!mark.genuine) return 'beacon-forged';
  if (mark.sinceMs < 0) return 'before-beacon';
  // What was saved when the beacon was made cannot have been given after it.
  if (claim.seq <= mark.beaconSeq) return 'numbered-before-beacon';
  const at = claimedAt(claim)!;
  if (at > plus(receivedAt, CLAIM_TOLERANCE_MS)) return 'after-receipt';
  return at > plus(endsAt, CLAIM_TOLERANCE_MS) ? 'given-after-end' : null;
}

function doubtOf(claim: Claim, terms: ClaimTerms): ClaimDoubt | null {
  if (!terms.isOpen) return 'closed';
  if (terms.receivedAt > terms.graceEndsAt) return 'past-grace';
  if (claim.leaseNo !== terms.leaseNo) return 'not-the-writer';
  if (!terms.isSectionOpen) return 'section-closed';
  // In time nothing is claimed, so that nothing has to be shown.
  return claim.mark === null && terms.receivedAt > terms.endsAt ? 'no-beacon' : null;
}
