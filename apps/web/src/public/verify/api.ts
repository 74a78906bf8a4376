import type { VerificationAnswer, VerificationQuestion } from '@hz/verification/contract';
import { request } from '../../shared/api/client';

export const askVerification = (question: VerificationQuestion): Promise<VerificationAnswer> =>
  request<VerificationAnswer>('/api/v1/verifications', { method: 'POST', body: question });
