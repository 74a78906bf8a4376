import { CHECKS, INVALID_CODES, UNKNOWN_CODES, type Check, type CheckName, type Code, type Verdict } from './report';

export type Finding = Omit<Check, 'check' | 'needed'>;
export type Findings = Partial<Record<CheckName, Finding & { readonly needed?: boolean }>>;

export const passed: Finding = { outcome: 'passed', code: null };
export const failed = (code: Code): Finding => ({ outcome: 'failed', code });
export const unknown = (code: Code): Finding => ({ outcome: 'unknown', code });

export interface Judgement {
  readonly verdict: Verdict;
  readonly reasons: readonly Code[];
  readonly checks: readonly Check[];
}

/**
 * The answer that follows from the findings. What is certainly wrong is said before what is not known; nothing is valid of which a needed
 * check is missing.
 */
export function judge(findings: Findings): Judgement {
  const checks = CHECKS.flatMap((check) => {
    const finding = findings[check];
    return finding === undefined ? [] : [{ check, needed: true, ...finding }];
  });
  const wrong = checks.filter(({ outcome }) => outcome === 'failed');
  const open = checks.filter(({ outcome, needed }) => outcome === 'unknown' && needed);
  if (wrong.length > 0) return { verdict: 'not-valid', reasons: ordered([...wrong, ...open]), checks };
  if (open.length > 0) return { verdict: 'cannot-be-determined', reasons: ordered(open), checks };
  const valid = (['form', 'issuer', 'signature', 'status', 'validity'] as const).every((check) => findings[check]);
  if (!valid) return { verdict: 'cannot-be-determined', reasons: ['no-certificate'], checks };
  return { verdict: 'valid', reasons: [], checks };
}

function ordered(checks: readonly Check[]): Code[] {
  const codes = new Set(checks.map(({ code }) => code));
  return [...INVALID_CODES, ...UNKNOWN_CODES].filter((code) => codes.has(code));
}
