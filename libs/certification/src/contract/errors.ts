import { problem } from '@hz/kernel';

export class CertificateNotFound extends problem('certification.certificate-not-found', 'not-found') {}
/** The life of a certificate does not lead there. */
export class CertificateCannotBecome extends problem('certification.cannot-become', 'conflict') {}
export class CertificateNotReady extends problem('certification.not-ready', 'conflict') {}
/** The check before release found that what was signed is not what was meant. Nothing is released. */
export class CredentialRefused extends problem('certification.credential-refused', 'invalid') {}
