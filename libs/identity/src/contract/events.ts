import { defineEvent, type AccountId, type PersonId } from '@hz/kernel';

export const accountCreated = defineEvent<{ accountId: AccountId; personId: PersonId }>()(
  'identity.account-created',
  ({ accountId }) => accountId,
);

/** Somebody signed up with an address that has an account; its owner is told, the sign-up page is not. */
export const signUpRepeated = defineEvent<{ personId: PersonId; occasion: string }>()(
  'identity.sign-up-repeated',
  ({ occasion }) => occasion,
);

/**
 * Somebody asked for a reset. The address lies in it sealed (SecretBox, purpose 'reset-request', context requestId) and is looked up
 * later by a job, so that the page answers a known and an unknown one in the same time.
 */
export const passwordResetAsked = defineEvent<{ requestId: string; sealedEmail: string }>()(
  'identity.password-reset-asked',
  ({ requestId }) => requestId,
);

/** `sealedToken` is base64 of a SecretBox of purpose 'mail-link' in the context of the reset's id. */
export const passwordResetRequested = defineEvent<{ resetId: string; personId: PersonId; sealedToken: string }>()(
  'identity.password-reset-requested',
  ({ resetId }) => resetId,
);
