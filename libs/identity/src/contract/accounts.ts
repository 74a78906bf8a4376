import { LANGUAGES, localizedSchema, ROLES } from '@hz/kernel';
import { z } from 'zod';

const email = z.email().max(254);
/** Length is what counts (NIST SP 800-63B, 5.1.1.2); no rules on the kinds of characters. */
const newPassword = z.string().min(10).max(128);
/** Six digits of the second factor, or a recovery code. */
const codeOrRecovery = z.string().trim().min(6).max(20);
const name = z.string().trim().min(1).max(80);

export const signUpSchema = z
  .object({ email, password: newPassword, legalName: name, language: z.enum(LANGUAGES).default('zh') })
  .meta({ id: 'SignUp' });
export type SignUpInput = z.infer<typeof signUpSchema>;

export const signInSchema = z
  .object({
    email: z.string().min(1).max(254),
    password: z.string().min(1).max(128),
    code: codeOrRecovery.optional(),
  })
  .meta({ id: 'SignIn' });
export type SignInInput = z.infer<typeof signInSchema>;

export const meSchema = z
  .object({
    accountId: z.uuid(),
    personId: z.uuid(),
    email: z.string(),
    displayName: z.string(),
    legalName: z.string(),
    legalNamePinyin: z.string().nullable(),
    language: z.enum(LANGUAGES),
    roles: z.array(z.enum(ROLES)),
    institution: z.object({ id: z.uuid(), name: localizedSchema }).nullable(),
    document: z.object({ type: z.string(), masked: z.string() }).nullable(),
    secondFactor: z.object({ needed: z.boolean(), confirmed: z.boolean() }),
    csrfToken: z.string(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof meSchema>;

export const changeMeSchema = z
  .object({
    displayName: name,
    legalName: name,
    legalNamePinyin: z.string().trim().max(120).nullable(),
    language: z.enum(LANGUAGES),
  })
  .partial()
  .meta({ id: 'ChangeMe' });
export type ChangeMe = z.infer<typeof changeMeSchema>;

export const changePasswordSchema = z
  .object({ current: z.string().min(1).max(128), next: newPassword })
  .meta({ id: 'ChangePassword' });
export const requestResetSchema = z.object({ email }).meta({ id: 'RequestPasswordReset' });
export const completeResetSchema = z.object({ password: newPassword }).meta({ id: 'CompletePasswordReset' });

/** Replacing a second factor that is in force takes a code of it, or a recovery code. */
export const beginTotpSchema = z.object({ code: codeOrRecovery.optional() }).meta({ id: 'BeginTotp' });
export const totpSetUpSchema = z.object({ uri: z.string(), secret: z.string() }).meta({ id: 'TotpSetUp' });
export const confirmTotpSchema = z.object({ code: z.string().regex(/^\d{6}$/) }).meta({ id: 'ConfirmTotp' });
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) }).meta({ id: 'RecoveryCodes' });

export const ACCOUNT_STATUSES = ['active', 'disabled'] as const;
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number];

const accommodation = { extraTimePercent: z.int().min(0).max(300), breakMinutes: z.int().min(0).max(480) };
export const accommodationInputSchema = z.object(accommodation).meta({ id: 'AccommodationInput' });

export const accountRowSchema = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    email: z.string(),
    displayName: z.string(),
    legalName: z.string(),
    status: z.enum(ACCOUNT_STATUSES),
    roles: z.array(z.enum(ROLES)),
    institutionId: z.uuid().nullable(),
    accommodation: z.object(accommodation),
    createdAt: z.int(),
  })
  .meta({ id: 'AccountRow' });
export type AccountRowView = z.infer<typeof accountRowSchema>;

export const changeAccountSchema = z
  .object({
    status: z.enum(ACCOUNT_STATUSES),
    roles: z.array(z.enum(ROLES)).max(ROLES.length),
    institutionId: z.uuid().nullable(),
  })
  .partial()
  .meta({ id: 'ChangeAccount' });
export type ChangeAccount = z.infer<typeof changeAccountSchema>;
