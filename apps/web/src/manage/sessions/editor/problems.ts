import type { Translate } from '../../../shared/texts';
import type { ProblemDocument } from '../../../shared/api/problem';
import { fromLocalText, specialSections, type DraftValues, type NumberText } from './draft';
import type { editorTexts } from './texts';

type T = Translate<typeof editorTexts.table>;
/** Messages by field; fields of a section are named `section-<id>-<field>`. */
export type Problems = Record<string, string>;

const RANGES = {
  capacity: [1, 100_000],
  durationMinutes: [1, 1_440],
  earliestHandInMinutes: [0, 1_440],
  graceSeconds: [0, 3_600],
  outageLimitMinutes: [1, 240],
} as const;
const MAX_MINUTES = 1_440;
const TIMES = ['registrationOpensAt', 'registrationClosesAt', 'opensAt', 'closesAt'] as const;

const within = (value: NumberText, min: number, max: number): boolean =>
  value !== '' && Number.isInteger(value) && value >= min && value <= max;

/** A first look at what was typed; the server decides. */
export function problemsOf(values: DraftValues, t: T): Problems {
  const problems: Problems = {};
  if (values.titleZh.trim() === '') problems['titleZh'] = t('needTitle');
  if (values.schemeVersionId === '') problems['schemeVersionId'] = t('needScheme');
  for (const [name, [min, max]] of Object.entries(RANGES)) {
    if (!within(values[name as keyof typeof RANGES], min, max)) problems[name] = t('needNumber', { min, max });
  }
  if (values.lateEntryMinutes !== '' && !within(values.lateEntryMinutes, 0, MAX_MINUTES))
    problems['lateEntryMinutes'] = t('needNumber', { min: 0, max: MAX_MINUTES });
  Object.assign(problems, timeProblems(values, t), sectionProblems(values, t));
  if (Number(values.earliestHandInMinutes) > Number(values.durationMinutes))
    problems['earliestHandInMinutes'] ??= t('handInAfterEnd');
  return problems;
}

function timeProblems(values: DraftValues, t: T): Problems {
  const problems: Problems = {};
  for (const name of TIMES) if (Number.isNaN(fromLocalText(values[name]))) problems[name] = t('needTime');
  const at = (name: (typeof TIMES)[number]) => fromLocalText(values[name]);
  if (at('closesAt') <= at('opensAt')) problems['closesAt'] = t('windowOrder');
  if (at('registrationClosesAt') > at('closesAt')) problems['registrationClosesAt'] = t('registrationOutlasts');
  if (at('registrationClosesAt') <= at('registrationOpensAt'))
    problems['registrationClosesAt'] = t('registrationOrder');
  return problems;
}

function sectionProblems(values: DraftValues, t: T): Problems {
  const problems: Problems = {};
  for (const { id, time, minutes, minMinutes } of values.sections) {
    const own = time === 'own' ? minutes : values.durationMinutes;
    if (time === 'own' && !within(minutes, 1, MAX_MINUTES)) problems[`section-${id}-minutes`] = t('needMinutes');
    if (minMinutes !== '' && own !== '' && minMinutes > own)
      problems[`section-${id}-minMinutes`] = t('minimumAboveTime');
  }
  return problems;
}

const WORDS = {
  'registration.window-ends-before-it-begins': 'windowOrder',
  'registration.registration-ends-before-it-begins': 'registrationOrder',
  'registration.registration-outlasts-window': 'registrationOutlasts',
  'registration.hand-in-after-the-end': 'handInAfterEnd',
  'registration.section-stands-twice': 'sectionTwice',
  'registration.own-time-needs-minutes': 'needMinutes',
  'registration.minimum-above-time': 'minimumAboveTime',
} as const satisfies Record<string, keyof typeof editorTexts.table>;

/** The server's refusal, by the fields of the editor. */
export function problemsFromServer(errors: ProblemDocument['errors'], values: DraftValues, t: T): Problems {
  return Object.fromEntries(
    errors.map(({ pointer, code, detail }) => {
      const key = (WORDS as Partial<Record<string, (typeof WORDS)[keyof typeof WORDS]>>)[code];
      return [fieldOf(pointer, values), key ? t(key) : (detail ?? t('invalid'))];
    }),
  );
}

function fieldOf(pointer: string, values: DraftValues): string {
  const [first = '', second = '', ...rest] = pointer.split('/').slice(1);
  if (first === 'title') return second === 'en' ? 'titleEn' : 'titleZh';
  if (first !== 'rules') return first;
  return second === 'sections' ? sectionField(rest, values) : second;
}

function sectionField([index = '', field]: string[], values: DraftValues): string {
  const section = specialSections(values)[Number(index)];
  return `section-${section?.id ?? index}-${field === 'minMinutes' ? 'minMinutes' : 'minutes'}`;
}
