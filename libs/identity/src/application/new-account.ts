import { newId } from '@hz/platform';
import type { AccountId, Instant, InstitutionId, Language, PersonId } from '@hz/kernel';
import { emailKey } from '../domain/sign-in-rules';
import type { AccountRow, PersonRow } from '../persistence/identity.entities';

export interface NewAccount {
  readonly email: string;
  readonly passwordHash: string;
  readonly legalName: string;
  readonly legalNamePinyin?: string | null;
  readonly language: Language;
  readonly institutionId?: InstitutionId | null;
  readonly at: Instant;
}

/** The rows of a new person and the account that goes with it. */
export function newAccount(input: NewAccount): { person: PersonRow; account: AccountRow } {
  const personId = newId<PersonId>();
  const person = {
    id: personId,
    displayName: input.legalName,
    legalName: input.legalName,
    legalNamePinyin: input.legalNamePinyin ?? null,
    institutionId: input.institutionId ?? null,
    extraTimePercent: 0,
    breakMinutes: 0,
    language: input.language,
  };
  const account = {
    id: newId<AccountId>(),
    personId,
    email: input.email.trim(),
    emailKey: emailKey(input.email),
    passwordHash: input.passwordHash,
    status: 'active' as const,
    totpSecretEncrypted: null,
    totpPendingEncrypted: null,
    totpConfirmedAt: null,
    totpLastStep: '0',
    createdAt: input.at,
  };
  return { person, account };
}
