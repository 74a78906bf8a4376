import type { Instant } from '@hz/kernel';
import type { Answer, AnswerReason, CheckOutcome, Verification } from '../contract';

export interface Findings {
  readonly signature: CheckOutcome;
  /** What the list and the record say; `unknown` when either could not be read or they contradict each other. */
  readonly status: 'valid' | 'suspended' | 'revoked' | 'superseded' | 'unknown';
  readonly validFrom: Instant;
  readonly expiresAt: Instant | null;
}

export interface Judgement {
  readonly answer: Answer;
  readonly reason: AnswerReason | null;
  readonly checks: Verification['checks'];
}

/**
 * The answer that follows from what was found (P7). What is certainly wrong is said before what is unknown; "valid" needs every check
 * to have passed, so that it is never said of what could not be checked.
 */
export function judge({ signature, status, validFrom, expiresAt }: Findings, now: Instant): Judgement {
  const expired = expiresAt !== null && now >= expiresAt;
  const early = now < validFrom;
  const checks: Verification['checks'] = [
    { check: 'record', outcome: 'passed' },
    { check: 'signature', outcome: signature },
    { check: 'status', outcome: status === 'unknown' ? 'unknown' : status === 'valid' ? 'passed' : 'failed' },
    { check: 'expiry', outcome: expired || early ? 'failed' : 'passed' },
  ];
  const because = (answer: Answer, reason: AnswerReason | null): Judgement => ({ answer, reason, checks });
  if (signature === 'failed') return because('not-valid', 'altered');
  if (status !== 'valid' && status !== 'unknown') return because('not-valid', status);
  if (expired) return because('not-valid', 'expired');
  if (early) return because('not-valid', 'not-yet-valid');
  if (signature === 'unknown') return because('cannot-determine', 'signature-unavailable');
  if (status === 'unknown') return because('cannot-determine', 'status-unavailable');
  return because('valid', null);
}
