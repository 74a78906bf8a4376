import { MS_PER_DAY, MS_PER_MINUTE, plus, type FormId, type Instant } from '@hz/kernel';
import type { SessionDraft } from '@hz/registration/contract';

/** A session that can be sat at once, and one that begins tomorrow. */
export function demoSessions(schemeVersionId: string, formId: FormId, now: Instant): SessionDraft[] {
  const rules = {
    durationMinutes: 90,
    lateEntryMinutes: null,
    earliestHandInMinutes: 0,
    graceSeconds: 120,
    shuffleItems: true,
    shuffleChoices: true,
    windowPolicy: 'start-by-close' as const,
    sections: [],
  };
  const common = { schemeVersionId, formIds: [formId], capacity: 500, rules };
  const tomorrow = plus(now, MS_PER_DAY);
  return [
    {
      ...common,
      title: { zh: '提示词工程师（四级）随到随考场', en: 'Prompt Engineer, level 4: walk-in session' },
      registrationOpensAt: plus(now, -MS_PER_DAY),
      registrationClosesAt: plus(now, 59 * MS_PER_DAY),
      opensAt: plus(now, -5 * MS_PER_MINUTE),
      closesAt: plus(now, 60 * MS_PER_DAY),
    },
    {
      ...common,
      title: { zh: '提示词工程师（四级）统一场次', en: 'Prompt Engineer, level 4: scheduled session' },
      registrationOpensAt: plus(now, -MS_PER_DAY),
      registrationClosesAt: tomorrow,
      opensAt: tomorrow,
      closesAt: plus(tomorrow, 180 * MS_PER_MINUTE),
      rules: {
        ...rules,
        lateEntryMinutes: 30,
        earliestHandInMinutes: 30,
        windowPolicy: 'hand-in-by-close' as const,
        sections: [{ id: 's1', navigation: 'one-way' as const, time: 'own' as const, minutes: 50, carryOver: true }],
      },
    },
  ];
}
