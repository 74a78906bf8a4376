import { defineEvent, type CertificateNumber, type PersonId } from '@hz/kernel';

/** Number and unsigned bytes of a certificate are recorded; what remains is to sign, publish and print it. */
export const certificateIntended = defineEvent<{ number: CertificateNumber }>()(
  'certification.certificate-intended',
  ({ number }) => number,
);

/** A certificate is valid and its holder has it. */
export const certificateIssued = defineEvent<{ number: CertificateNumber; personId: PersonId }>()(
  'certification.certificate-issued',
  ({ number }) => number,
);

export const certificateRevoked = defineEvent<{ number: CertificateNumber; personId: PersonId; reason: string }>()(
  'certification.certificate-revoked',
  ({ number }) => number,
);
