import { defineEvent, type AttemptId, type RegistrationId, type SessionId } from '@hz/kernel';

/** An attempt is handed in, by its candidate or by the worker at its end; nothing is added to it but what a person accepts. */
export const attemptSubmitted = defineEvent<{
  attemptId: AttemptId;
  sessionId: SessionId;
  registrationId: RegistrationId;
}>()('delivery.attempt-submitted', ({ attemptId }) => attemptId);

/** A person has accepted an answer that came too late to be in the hand-in; it stands in the response log under `seq`. */
export const attemptSupplemented = defineEvent<{
  attemptId: AttemptId;
  sessionId: SessionId;
  seq: number;
}>()('delivery.attempt-supplemented', ({ attemptId, seq }) => `${attemptId}.${seq}`);
