import { defineEvent, type PersonId, type RegistrationId, type SchemeVersionId, type SessionId } from '@hz/kernel';

/** A candidate has a seat. */
export const registrationConfirmed = defineEvent<{
  registrationId: RegistrationId;
  sessionId: SessionId;
  personId: PersonId;
}>()('registration.registration-confirmed', ({ registrationId }) => registrationId);

export const sessionOpened = defineEvent<{ sessionId: SessionId; schemeVersionId: SchemeVersionId }>()(
  'registration.session-opened',
  ({ sessionId }) => sessionId,
);

/** Nobody may start any more; who has started works to the own deadline. */
export const sessionClosed = defineEvent<{ sessionId: SessionId; schemeVersionId: SchemeVersionId }>()(
  'registration.session-closed',
  ({ sessionId }) => sessionId,
);

export const sessionReleased = defineEvent<{ sessionId: SessionId; schemeVersionId: SchemeVersionId }>()(
  'registration.session-released',
  ({ sessionId }) => sessionId,
);

export const sessionCancelled = defineEvent<{ sessionId: SessionId; reason: string }>()(
  'registration.session-cancelled',
  ({ sessionId }) => sessionId,
);
