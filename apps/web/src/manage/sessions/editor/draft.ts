import {
  outageLimitOf,
  USUAL_OUTAGE_LIMIT,
  type SectionRule,
  type SessionDraft,
  type SessionView,
  type WindowPolicy,
} from '@hz/registration/contract';

/** A number field: empty while nothing is typed. */
export type NumberText = number | '';

export interface SectionValues {
  id: string;
  navigation: SectionRule['navigation'];
  time: SectionRule['time'];
  minutes: NumberText;
  carryOver: boolean;
  minMinutes: NumberText;
}

/** What stands in the fields of the editor. Moments are local times, as `datetime-local` wants them. */
export interface DraftValues {
  titleZh: string;
  titleEn: string;
  schemeVersionId: string;
  formIds: string[];
  capacity: NumberText;
  registrationOpensAt: string;
  registrationClosesAt: string;
  opensAt: string;
  closesAt: string;
  durationMinutes: NumberText;
  lateEntryMinutes: NumberText;
  earliestHandInMinutes: NumberText;
  graceSeconds: NumberText;
  outageLimitMinutes: NumberText;
  windowPolicy: WindowPolicy;
  shuffleItems: boolean;
  shuffleChoices: boolean;
  sections: SectionValues[];
}

export const EMPTY_DRAFT: DraftValues = {
  titleZh: '',
  titleEn: '',
  schemeVersionId: '',
  formIds: [],
  capacity: 100,
  registrationOpensAt: '',
  registrationClosesAt: '',
  opensAt: '',
  closesAt: '',
  durationMinutes: 120,
  lateEntryMinutes: 30,
  earliestHandInMinutes: 30,
  graceSeconds: 120,
  outageLimitMinutes: USUAL_OUTAGE_LIMIT,
  windowPolicy: 'hand-in-by-close',
  shuffleItems: true,
  shuffleChoices: true,
  sections: [],
};

const two = (part: number): string => String(part).padStart(2, '0');

/** A moment as `datetime-local` shows it, in the time zone of the browser. */
export function toLocalText(at: number): string {
  const date = new Date(at);
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** NaN when the text is no moment. */
export const fromLocalText = (text: string): number => (text === '' ? Number.NaN : new Date(text).getTime());

export const freeSection = (id: string): SectionValues => ({
  id,
  navigation: 'free',
  time: 'shared',
  minutes: '',
  carryOver: false,
  minMinutes: '',
});

export function valuesOf(session: SessionView): DraftValues {
  const { rules } = session;
  return {
    titleZh: session.title.zh,
    titleEn: session.title.en ?? '',
    schemeVersionId: session.schemeVersionId,
    formIds: session.formIds ?? [],
    capacity: session.capacity,
    registrationOpensAt: toLocalText(session.registrationOpensAt),
    registrationClosesAt: toLocalText(session.registrationClosesAt),
    opensAt: toLocalText(session.opensAt),
    closesAt: toLocalText(session.closesAt),
    durationMinutes: rules.durationMinutes,
    lateEntryMinutes: rules.lateEntryMinutes ?? '',
    earliestHandInMinutes: rules.earliestHandInMinutes,
    graceSeconds: rules.graceSeconds,
    outageLimitMinutes: outageLimitOf(rules),
    windowPolicy: rules.windowPolicy,
    shuffleItems: rules.shuffleItems,
    shuffleChoices: rules.shuffleChoices,
    sections: rules.sections.map((rule) => ({
      id: rule.id,
      navigation: rule.navigation,
      time: rule.time,
      minutes: rule.minutes ?? '',
      carryOver: rule.carryOver ?? false,
      minMinutes: rule.minMinutes ?? '',
    })),
  };
}

/** A section that does nothing special needs no rule. */
const isSpecial = ({ navigation, time, minMinutes }: SectionValues): boolean =>
  navigation !== 'free' || time !== 'shared' || minMinutes !== '';

export const specialSections = (values: DraftValues): SectionValues[] => values.sections.filter(isSpecial);

function ruleOf({ id, navigation, time, minutes, carryOver, minMinutes }: SectionValues): SectionRule {
  return {
    id,
    navigation,
    time,
    ...(time === 'own' && minutes !== '' && { minutes }),
    ...(time === 'own' && { carryOver }),
    ...(minMinutes !== '' && { minMinutes }),
  };
}

/** What is sent. Call it only when `problemsOf` finds nothing. */
export function draftOf(values: DraftValues): SessionDraft {
  const titleEn = values.titleEn.trim();
  return {
    title: { zh: values.titleZh.trim(), ...(titleEn !== '' && { en: titleEn }) },
    schemeVersionId: values.schemeVersionId,
    formIds: values.formIds,
    opensAt: fromLocalText(values.opensAt),
    closesAt: fromLocalText(values.closesAt),
    registrationOpensAt: fromLocalText(values.registrationOpensAt),
    registrationClosesAt: fromLocalText(values.registrationClosesAt),
    capacity: Number(values.capacity),
    rules: {
      durationMinutes: Number(values.durationMinutes),
      lateEntryMinutes: values.lateEntryMinutes === '' ? null : values.lateEntryMinutes,
      earliestHandInMinutes: Number(values.earliestHandInMinutes),
      graceSeconds: Number(values.graceSeconds),
      outageLimitMinutes: Number(values.outageLimitMinutes),
      shuffleItems: values.shuffleItems,
      shuffleChoices: values.shuffleChoices,
      windowPolicy: values.windowPolicy,
      sections: specialSections(values).map(ruleOf),
    },
  };
}
