import { MS_PER_MINUTE, type FieldProblem } from '@hz/kernel';
import type { SessionDraft, SessionWarning } from '../contract';

type Draft = Omit<SessionDraft, 'title' | 'schemeVersionId' | 'formIds'>;

/** What is wrong in the settings of a session; empty when they hold together. */
export function sessionProblems({
  opensAt,
  closesAt,
  registrationOpensAt,
  registrationClosesAt,
  rules,
}: Draft): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const refuse = (pointer: string, code: string) => problems.push({ pointer, code: `registration.${code}` });
  if (closesAt <= opensAt) refuse('/closesAt', 'window-ends-before-it-begins');
  if (registrationClosesAt <= registrationOpensAt)
    refuse('/registrationClosesAt', 'registration-ends-before-it-begins');
  if (registrationClosesAt > closesAt) refuse('/registrationClosesAt', 'registration-outlasts-window');
  if (rules.earliestHandInMinutes > rules.durationMinutes)
    refuse('/rules/earliestHandInMinutes', 'hand-in-after-the-end');
  rules.sections.forEach((section, index) => {
    const at = `/rules/sections/${index}`;
    if (rules.sections.findIndex(({ id }) => id === section.id) < index) refuse(`${at}/id`, 'section-stands-twice');
    if (section.time === 'own' && section.minutes === undefined) refuse(`${at}/minutes`, 'own-time-needs-minutes');
    if (section.minMinutes !== undefined && section.minMinutes > (section.minutes ?? rules.durationMinutes)) {
      refuse(`${at}/minMinutes`, 'minimum-above-time');
    }
  });
  return problems;
}

/** The section rules that name no section of a form. */
export function unknownSections(rules: Draft['rules'], sectionIds: ReadonlySet<string>): FieldProblem[] {
  return rules.sections.flatMap(({ id }, index) =>
    sectionIds.has(id)
      ? []
      : [{ pointer: `/rules/sections/${index}/id`, code: 'registration.unknown-section', detail: id }],
  );
}

/** What is allowed and yet may surprise: somebody's time would end after the window. */
export function sessionWarnings(
  { opensAt, closesAt, capacity, rules }: Draft,
  largestExtraPercent: number,
): SessionWarning[] {
  const windowMinutes = (closesAt - opensAt) / MS_PER_MINUTE;
  const warnings: SessionWarning[] = [];
  if (rules.windowPolicy === 'hand-in-by-close') {
    const latestStart = rules.lateEntryMinutes ?? windowMinutes;
    if (latestStart + rules.durationMinutes > windowMinutes) {
      const missing = Math.ceil(latestStart + rules.durationMinutes - windowMinutes);
      warnings.push({ code: 'late-start-passes-window', params: { minutes: missing } });
    }
    const longest = rules.durationMinutes * (1 + largestExtraPercent / 100);
    if (longest > windowMinutes) {
      warnings.push({ code: 'accommodation-passes-window', params: { minutes: Math.ceil(longest - windowMinutes) } });
    }
  }
  if (capacity < 1) warnings.push({ code: 'too-little-capacity', params: { capacity } });
  return warnings;
}
