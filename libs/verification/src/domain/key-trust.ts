import type { Instant } from '@hz/kernel';

export type KeyTrust = 'trusted' | 'compromised' | 'unknown';

export interface SigningMoments {
  /** From when on somebody else may have signed with the key; null as far as anybody knows. */
  readonly compromisedAt: Instant | null;
  /** When the proof says that it was made. Whoever has the key can write any moment. */
  readonly signedAt: Instant;
  /** When a signed checkpoint of the transparency log was seen to hold it, at the latest; null where none is known to. */
  readonly loggedAt: Instant | null;
}

/**
 * Whether a signature can be relied on although its key may be in other hands (P7). What says itself that it was signed after the
 * compromise cannot. What says that it was signed before is only as good as the log's word that it was there before: without it nobody
 * can tell it from a forgery with an old date.
 */
export function keyTrust({ compromisedAt, signedAt, loggedAt }: SigningMoments): KeyTrust {
  if (compromisedAt === null) return 'trusted';
  if (signedAt >= compromisedAt) return 'compromised';
  return loggedAt !== null && loggedAt < compromisedAt ? 'trusted' : 'unknown';
}
