import { instant } from '@hz/kernel';
import type { CertificateFacts } from './certificate-facts';
import type { Findings, FoundStatus } from './judge';

/** The states that a test certificate can be in; each has one. */
export const SANDBOX_STATES = [
  'valid',
  'revoked',
  'suspended',
  'superseded',
  'expired',
  'altered',
  'cannot-be-determined',
] as const;
export type SandboxState = (typeof SANDBOX_STATES)[number];

export interface SandboxCertificate {
  readonly state: SandboxState;
  readonly facts: CertificateFacts;
  readonly code: string;
  readonly successor: string | null;
}

/** Real numbers begin with the year of the award; no award was made in the year 0. */
const numberOf = (place: number): string => `HZ-0000-000-00000${place}-T`;

/** The test certificates. They are constants and lie in no table: no question about a real one can reach them, nor the reverse. */
export const SANDBOX_CERTIFICATES: readonly SandboxCertificate[] = SANDBOX_STATES.map((state, index) => ({
  state,
  code: `sandbox-${state}`,
  successor: state === 'superseded' ? numberOf(1) : null,
  facts: {
    number: numberOf(index + 1),
    holderName: '测试持证人',
    maskedName: '测****',
    title: { zh: '提示词工程师（测试证书）', en: 'Prompt Engineer (test certificate)' },
    level: 'L4',
    issuedAt: Date.UTC(2020, 0, 1),
    expiresAt: state === 'expired' ? Date.UTC(2023, 0, 1) : Date.UTC(2100, 0, 1),
  },
}));

const STATUS: Partial<Record<SandboxState, FoundStatus>> = {
  revoked: 'revoked',
  suspended: 'suspended',
  superseded: 'superseded',
  'cannot-be-determined': 'unknown',
};

/** What a check of the test certificate would have found; the judge of real ones judges it too. */
export function sandboxFindings({ state, facts }: SandboxCertificate, holder: 'passed' | null): Findings {
  const altered = state === 'altered';
  return {
    holder,
    issuer: 'passed',
    key: 'trusted',
    signature: altered ? 'failed' : 'passed',
    status: altered ? 'unknown' : (STATUS[state] ?? 'valid'),
    period: altered ? null : { from: instant(facts.issuedAt), until: instant(facts.expiresAt) },
  };
}
