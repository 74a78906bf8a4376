import type { EducationStep, EligibilityClaims } from '@hz/competency/contract';
import type { Level } from '@hz/kernel';

export interface ClaimedCertificate {
  key: number;
  role: string | null;
  level: Level;
  issuedOn: string;
  number: string;
}

/** The form, with what is not filled in yet. */
export interface ClaimsValues {
  yearsOfWork: number | string;
  education: EducationStep | 'none';
  related: boolean;
  finalYear: boolean;
  certificates: ClaimedCertificate[];
  pledge: boolean;
}

export const EMPTY_CLAIMS: ClaimsValues = {
  yearsOfWork: '',
  education: 'none',
  related: false,
  finalYear: false,
  certificates: [],
  pledge: false,
};

/** The filled-in form as the claims that are sent. */
export function claimsOf(values: ClaimsValues): EligibilityClaims {
  const { education, related, finalYear } = values;
  return {
    yearsOfWork: Number(values.yearsOfWork),
    education: education === 'none' ? null : { step: education, related, finalYear },
    certificates: values.certificates.map(({ role, level, issuedOn, number }) => ({
      role: role ?? '',
      level,
      issuedOn,
      ...(number.trim() !== '' && { number: number.trim() }),
    })),
  };
}
