import type { VerificationAnswer, VerificationQuestion } from '@hz/verification/contract';
import { api, dataOf } from '../../shared/api/client';

export const askVerification = (question: VerificationQuestion): Promise<VerificationAnswer> =>
  dataOf(api.POST('/api/v1/verifications', { body: question }));
