import type { Instant } from '@hz/kernel';
import type { CheckOutcome, InvalidReason, UnknownReason, VerificationAnswer, Verdict } from '../contract';
import type { KeyTrust } from './key-trust';

export type FoundStatus = 'valid' | 'suspended' | 'revoked' | 'superseded' | 'unknown';

export interface Findings {
  /** Whether the name or code of the caller belongs to the certificate; null when none was given. */
  readonly holder: 'passed' | null;
  /** Whether the key of the proof is one of the issuer's. */
  readonly issuer: CheckOutcome;
  /** Whether nobody else can have signed with that key; see `keyTrust`. */
  readonly key: KeyTrust;
  readonly signature: CheckOutcome;
  /** What record and status list say; `unknown` when the list could not be read or checked. */
  readonly status: FoundStatus;
  /** From the signed content; null when that could not be relied on. */
  readonly period: { readonly from: Instant; readonly until: Instant | null } | null;
}

export type Judgement = Pick<VerificationAnswer, 'verdict' | 'reason' | 'checks'>;

/**
 * The answer that follows from what was found (P7). What is certainly wrong is said before what is unknown; "valid" needs every check
 * to have passed, so it is never said of what could not be checked.
 */
export function judge(findings: Findings, now: Instant): Judgement {
  const period = periodAt(findings.period, now);
  const checks = checksOf(findings, period);
  const because = (verdict: Verdict, reason: InvalidReason | UnknownReason | null) => ({ verdict, reason, checks });
  const invalid = whyInvalid(findings, period);
  if (invalid !== null) return because('not-valid', invalid);
  const unknown = whyUnknown(findings, period);
  if (unknown !== null) return because('cannot-be-determined', unknown);
  return because('valid', null);
}

type PeriodFound = 'within' | 'over' | 'not-begun' | 'unknown';

function periodAt(period: Findings['period'], now: Instant): PeriodFound {
  if (period === null) return 'unknown';
  if (period.until !== null && now >= period.until) return 'over';
  return now < period.from ? 'not-begun' : 'within';
}

function whyInvalid({ issuer, key, signature, status }: Findings, period: PeriodFound): InvalidReason | null {
  if (issuer === 'failed' || signature === 'failed') return 'altered';
  if (key === 'compromised') return 'key-compromised';
  if (status !== 'valid' && status !== 'unknown') return status;
  return period === 'over' ? 'expired' : null;
}

/** A validity that lies ahead says that a clock is wrong, ours or the issuer's: no ground to call the certificate anything. */
function whyUnknown({ issuer, key, signature, status }: Findings, period: PeriodFound): UnknownReason | null {
  if (issuer === 'unknown' || signature === 'unknown') return 'signature-not-checked';
  if (key === 'unknown') return 'signed-before-compromise';
  if (status === 'unknown') return 'status-not-checked';
  if (period === 'unknown') return 'signature-not-checked';
  return period === 'not-begun' ? 'not-yet-valid' : null;
}

function checksOf(findings: Findings, period: PeriodFound): Judgement['checks'] {
  const { holder, signature, status } = findings;
  return [
    { check: 'log', outcome: 'passed' },
    ...(holder === null ? [] : [{ check: 'holder' as const, outcome: holder }]),
    { check: 'issuer', outcome: issuerOutcome(findings) },
    { check: 'signature', outcome: signature },
    { check: 'status', outcome: status === 'unknown' ? 'unknown' : status === 'valid' ? 'passed' : 'failed' },
    { check: 'validity', outcome: period === 'within' ? 'passed' : period === 'over' ? 'failed' : 'unknown' },
  ];
}

/** A key that somebody else has too is not the issuer's alone. */
function issuerOutcome({ issuer, key }: Findings): CheckOutcome {
  if (issuer !== 'passed' || key === 'trusted') return issuer;
  return key === 'compromised' ? 'failed' : 'unknown';
}
