import type { Level, LocalizedText } from '@hz/kernel';

export type Verdict = 'valid' | 'not-valid' | 'cannot-be-determined';

/** The answer to "is this certificate valid?". */
export interface VerificationAnswer {
  verdict: Verdict;
  reason: string | null;
  checks: { check: string; outcome: 'passed' | 'failed' | 'unknown' }[];
  checkedAt: number;
  certificate: {
    number: string;
    holderName: string;
    title: LocalizedText;
    level: Level;
    issuedAt: number;
    expiresAt: number | null;
  } | null;
}

export interface VerificationQuestion {
  number: string;
  name?: string;
  code?: string;
}
