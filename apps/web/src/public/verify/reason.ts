import { useTexts } from '../../shared/texts';
import type { VerificationAnswer } from './answer';
import { verifyTexts } from './texts';

const REASONS = {
  'not-found': 'notFound',
  altered: 'altered',
  revoked: 'revoked',
  suspended: 'suspended',
  expired: 'expired',
  superseded: 'superseded',
} as const;

/** Why the answer is what it is, in a sentence. */
export function useReason(): (answer: VerificationAnswer) => string {
  const t = useTexts(verifyTexts);
  return ({ verdict, reason }) => {
    if (verdict === 'valid') return t('validText');
    if (reason !== null && reason in REASONS) return t(REASONS[reason as keyof typeof REASONS]);
    return t('unknownText');
  };
}
