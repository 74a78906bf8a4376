import type { Translate } from '../../../shared/texts';
import { fieldId } from './group';
import type { Problems } from './problems';
import type { editorTexts } from './texts';

type T = Translate<typeof editorTexts.table>;

const LABELS = {
  titleZh: 'titleZh',
  titleEn: 'titleEn',
  schemeVersionId: 'scheme',
  formIds: 'forms',
  capacity: 'capacity',
  registrationOpensAt: 'registrationOpensAt',
  registrationClosesAt: 'registrationClosesAt',
  opensAt: 'opensAt',
  closesAt: 'closesAt',
  durationMinutes: 'durationMinutes',
  lateEntryMinutes: 'lateEntryMinutes',
  earliestHandInMinutes: 'earliestHandInMinutes',
  graceSeconds: 'graceSeconds',
  outageLimitMinutes: 'outageLimitMinutes',
} as const satisfies Record<string, keyof typeof editorTexts.table>;

/** The problems for the top of the form, each with the label of its field: there they stand far from it. */
export function summaryOf(problems: Problems, t: T): { field: string; message: string }[] {
  return Object.entries(problems).map(([name, problem]) => {
    const label = labelOf(name, t);
    return { field: fieldId(name), message: label === null ? problem : t('problemOf', { field: label, problem }) };
  });
}

function labelOf(name: string, t: T): string | null {
  const key = (LABELS as Partial<Record<string, (typeof LABELS)[keyof typeof LABELS]>>)[name];
  if (key !== undefined) return t(key);
  const [, section, field] = /^section-(.+)-(minutes|minMinutes)$/.exec(name) ?? [];
  return section === undefined ? null : `${section} · ${t(field === 'minMinutes' ? 'minMinutes' : 'minutes')}`;
}
