import { request } from '../../shared/api/client';
import type { VerificationAnswer, VerificationQuestion } from './answer';

export type { VerificationAnswer, VerificationQuestion };

export const askVerification = (question: VerificationQuestion): Promise<VerificationAnswer> =>
  request<VerificationAnswer>('/api/v1/verifications', { method: 'POST', body: question });
