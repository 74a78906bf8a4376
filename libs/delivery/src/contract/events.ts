import { defineEvent, type AttemptId, type RegistrationId, type SessionId } from '@hz/kernel';

/** An attempt is handed in, by its candidate or by the worker at its end; nothing is added to it any more. */
export const attemptSubmitted = defineEvent<{
  attemptId: AttemptId;
  sessionId: SessionId;
  registrationId: RegistrationId;
}>()('delivery.attempt-submitted', ({ attemptId }) => attemptId);
