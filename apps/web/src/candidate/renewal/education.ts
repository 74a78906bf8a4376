import type { EducationInput } from '@hz/certification/contract';

/** The form as it is filled in. */
export interface EducationValues {
  title: string;
  provider: string;
  hours: number | string;
  completedOn: string;
  evidence: string;
  evidenceLink: string;
}

export const EMPTY_EDUCATION: EducationValues = {
  title: '',
  provider: '',
  hours: '',
  completedOn: '',
  evidence: '',
  evidenceLink: '',
};

const CHINA_OFFSET_MS = 8 * 3_600_000;

type ErrorCode = 'needText' | 'needHours' | 'needDay' | 'needEvidence' | 'needLink';

/** What is wrong with the form, by field. `now`: days after today's are refused, by the calendar of China, as the server counts them. */
export function educationErrors(values: EducationValues, now: Date): Partial<Record<keyof EducationValues, ErrorCode>> {
  const hours = Number(values.hours);
  const today = new Date(now.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 10);
  return {
    ...(values.title.trim().length < 2 && { title: 'needText' as const }),
    ...(values.provider.trim().length < 2 && { provider: 'needText' as const }),
    ...(!(Number.isInteger(hours) && hours >= 1 && hours <= 500) && { hours: 'needHours' as const }),
    ...(!(values.completedOn !== '' && values.completedOn <= today) && { completedOn: 'needDay' as const }),
    ...(values.evidence.trim().length < 5 && { evidence: 'needEvidence' as const }),
    ...(!isLink(values.evidenceLink.trim()) && { evidenceLink: 'needLink' as const }),
  };
}

const isLink = (text: string): boolean => text === '' || (/^https:\/\/./.test(text) && URL.canParse(text));

/** The same as it is handed in. */
export function educationOf({
  hours,
  evidenceLink,
  title,
  provider,
  evidence,
  ...rest
}: EducationValues): EducationInput {
  const link = evidenceLink.trim();
  return {
    ...rest,
    title: title.trim(),
    provider: provider.trim(),
    evidence: evidence.trim(),
    hours: Number(hours),
    evidenceLink: link === '' ? null : link,
  };
}
