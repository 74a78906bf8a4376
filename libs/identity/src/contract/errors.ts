import { problem } from '@hz/kernel';

/** Said of every failed sign-in alike, whether the address is known or not. */
export class SignInFailed extends problem('identity.sign-in-failed', 'unauthenticated') {}
/** The password was right; the second factor is missing. */
export class SecondFactorNeeded extends problem('identity.second-factor-needed', 'unauthenticated') {}
export class SignInTooOften extends problem('identity.sign-in-too-often', 'rate-limited') {}
export class PasswordWrong extends problem('identity.password-wrong', 'invalid') {}
export class PasswordTooEasy extends problem('identity.password-too-easy', 'invalid') {}
export class ResetLinkSpent extends problem('identity.reset-link-spent', 'gone') {}
export class CodeWrong extends problem('identity.code-wrong', 'invalid') {}
/** A second factor is in force: only who holds it, or a recovery code, may replace it. */
export class CurrentCodeNeeded extends problem('identity.current-code-needed', 'forbidden') {}
export class NoSetUp extends problem('identity.no-totp-set-up', 'conflict') {}
export class DocumentNotValid extends problem('identity.document-not-valid', 'invalid') {}
export class DocumentTaken extends problem('identity.document-taken', 'conflict') {}
export class InstitutionCodeTaken extends problem('identity.institution-code-taken', 'conflict') {}
export class InstitutionUnknown extends problem('identity.institution-unknown', 'invalid') {}
export class QuotaUsedUp extends problem('identity.quota-used-up', 'rate-limited') {}
export class OwnRightsKept extends problem('identity.own-rights-kept', 'conflict') {}
