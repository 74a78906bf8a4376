import type { InvalidReason, UnknownReason, VerificationAnswer } from '@hz/verification/contract';
import { useTexts } from '../../shared/texts';
import { verifyTexts } from './texts';

const REASONS = {
  'not-found': 'notFound',
  altered: 'altered',
  'key-compromised': 'keyCompromised',
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  superseded: 'superseded',
  'signature-not-checked': 'signatureNotChecked',
  'signed-before-compromise': 'signedBeforeCompromise',
  'status-not-checked': 'statusNotChecked',
  'not-yet-valid': 'notYetValid',
} as const satisfies Record<InvalidReason | UnknownReason, string>;

/** Why the answer is what it is, in a sentence. */
export function useReason(): (answer: VerificationAnswer) => string {
  const t = useTexts(verifyTexts);
  return ({ reason }) => t(reason === null ? 'validText' : REASONS[reason]);
}
