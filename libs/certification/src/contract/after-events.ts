import { defineEvent, type CertificateNumber, type Instant, type PersonId } from '@hz/kernel';
import type { AppealStatus } from './appeal';

/** The end of a registration comes near; so many days before. */
export const registrationEnding = defineEvent<{
  number: CertificateNumber;
  personId: PersonId;
  days: number;
  endsAt: Instant;
}>()('certification.registration-ending', ({ number, days }) => `${number}@${days}`);

/** A record of continuing education was approved or refused. */
export const educationDecided = defineEvent<{
  recordId: string;
  personId: PersonId;
  number: CertificateNumber;
  approved: boolean;
  reason: string | null;
}>()('certification.education-decided', ({ recordId }) => recordId);

export const appealFiled = defineEvent<{ appealId: string; number: CertificateNumber; personId: PersonId }>()(
  'certification.appeal-filed',
  ({ appealId }) => appealId,
);

export const appealDecided = defineEvent<{
  appealId: string;
  number: CertificateNumber;
  personId: PersonId;
  outcome: Exclude<AppealStatus, 'open'>;
  reason: string;
  newNumber: CertificateNumber | null;
}>()('certification.appeal-decided', ({ appealId }) => appealId);
