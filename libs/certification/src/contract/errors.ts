import { problem } from '@hz/kernel';

export class CertificateNotFound extends problem('certification.certificate-not-found', 'not-found') {}
/** The life of a certificate does not lead there. */
export class CertificateCannotBecome extends problem('certification.cannot-become', 'conflict') {}
export class CertificateNotReady extends problem('certification.not-ready', 'conflict') {}
/** Earlier certificates were signed in one form alone. */
export class CertificateFormNotFound extends problem('certification.form-not-found', 'not-found') {}
/** The holder's name is still the one on the certificate. */
export class NameUnchanged extends problem('certification.name-unchanged', 'conflict') {}
/** The check before release found that what was signed is not what was meant. Nothing is released. */
export class CredentialRefused extends problem('certification.credential-refused', 'invalid') {}
/** The time-stamping authority does not answer as it should. Whatever waits for a time-stamp is tried again. */
export class TimeStampUnavailable extends problem('certification.time-stamp-unavailable', 'unavailable') {}
export class SigningAuthorityNotFound extends problem('certification.authority-not-found', 'not-found') {}
