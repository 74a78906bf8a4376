/** The three answers. `valid` is said only when every check that this kind of file needs has passed. */
export const VERDICTS = ['valid', 'not-valid', 'cannot-be-determined'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Why a certificate is not valid; what is said first when several are true stands first. */
export const INVALID_CODES = [
  /** Signed in the name of somebody whom the trust does not name. */
  'issuer-unknown',
  /** The key was none of the issuer's when the trust was recorded, although that was after the signature. */
  'key-unknown',
  /** Signed after the moment from which the key is known to be in others' hands. */
  'key-compromised',
  /** What stands there is not in the form that the issuer signs. */
  'malformed',
  /** A signature of the credential does not belong to its content. */
  'proof-broken',
  /** The file around the credential was changed, or never signed. */
  'file-altered',
  /** The proof that the issue was logged does not hold, or is of something else. */
  'log-proof-bad',
  'revoked',
  'superseded',
  'suspended',
  /** One of the two: the list that tells them apart is not at hand. */
  'suspended-or-revoked',
  'expired',
] as const;
export type InvalidCode = (typeof INVALID_CODES)[number];

/** Why no answer can be given. */
export const UNKNOWN_CODES = [
  'no-certificate',
  /** This browser or runtime lacks what a check needs. */
  'cannot-check-here',
  /** The key is not in the trust, which is older than the signature. */
  'key-not-in-trust',
  /** Signed, as it says, before the key was compromised, without evidence from then. */
  'signed-before-compromise',
  /** All holds, but some software has written the text anew: other readers may see other things in it. */
  'rewritten',
  /** The trust names no authority for PDF signatures. */
  'file-not-checked',
  'log-proof-missing',
  'log-not-in-trust',
  'status-missing',
  /** The status list is past its time. */
  'status-stale',
  /** The status list is altered, or not the one that is needed. */
  'status-bad',
  'not-yet-valid',
  /** The last day of validity: the QR code does not say until which hour. */
  'expires-today',
] as const;
export type UnknownCode = (typeof UNKNOWN_CODES)[number];
export type Code = InvalidCode | UnknownCode;

/**
 * `form`: what stands there is what the issuer signs. `issuer`: named in the trust, by a key of its own. `signature`: the content is
 * unaltered. `file`: the file around it is as issued. `log`: the issue is in the log. `status`: neither revoked nor suspended.
 * `validity`: within its dates.
 */
export const CHECKS = ['form', 'issuer', 'signature', 'file', 'log', 'status', 'validity'] as const;
export type CheckName = (typeof CHECKS)[number];

export interface Check {
  readonly check: CheckName;
  readonly outcome: 'passed' | 'failed' | 'unknown';
  /** Why it did not pass. */
  readonly code: Code | null;
  /** Whether the verdict depends on it. */
  readonly needed: boolean;
}

export const KINDS = ['credential', 'token', 'picture', 'pdf', 'qr', 'none'] as const;
export type Kind = (typeof KINDS)[number];

/** What the certificate says; only what is covered by a signature that holds. */
export interface Facts {
  readonly number: string;
  readonly holderName: string;
  readonly latinName: string | null;
  /** Whether the holder chose to show the first character alone. */
  readonly masked: boolean;
  readonly title: { readonly zh: string; readonly en: string };
  readonly level: string;
  readonly issuedAt: string;
  readonly expiresAt: string;
  readonly results: readonly { readonly name: string; readonly value: string; readonly outOf: string | null }[];
  readonly issuer: { readonly did: string | null; readonly name: string | null; readonly url: string };
}

export interface Report {
  readonly verdict: Verdict;
  /** Empty when valid; the most telling first. */
  readonly reasons: readonly Code[];
  readonly kind: Kind;
  readonly checks: readonly Check[];
  readonly facts: Facts | null;
  /** When the check was made, and as of when what it relies on is known; ISO 8601, UTC. */
  readonly checkedAt: string;
  readonly statusAsOf: string | null;
  readonly trustAsOf: string | null;
  /** The place in the log, where a proof of it held. */
  readonly logged: {
    readonly origin: string;
    readonly index: number;
    readonly size: number;
    readonly at: string;
  } | null;
}
