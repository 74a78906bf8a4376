import { defineEvent, type CertificateNumber, type Instant, type PersonId } from '@hz/kernel';

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

interface StatusChanged {
  number: CertificateNumber;
  personId: PersonId;
  reason: string;
  at: Instant;
}
/** What can happen more than once to a certificate is told apart by its moment. */
const numberAt = ({ number, at }: StatusChanged) => `${number}@${at}`;

export const certificateSuspended = defineEvent<StatusChanged>()('certification.certificate-suspended', numberAt);

export const certificateReinstated = defineEvent<StatusChanged>()('certification.certificate-reinstated', numberAt);

/** Another certificate took its place. */
export const certificateSuperseded = defineEvent<StatusChanged & { successor: CertificateNumber }>()(
  'certification.certificate-superseded',
  numberAt,
);

/** Its validity is over. Said once, by a sweep, with the moment at which it ended. */
export const certificateExpired = defineEvent<{ number: CertificateNumber; personId: PersonId; at: Instant }>()(
  'certification.certificate-expired',
  ({ number }) => number,
);
