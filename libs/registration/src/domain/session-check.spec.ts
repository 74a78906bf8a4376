import { MS_PER_MINUTE } from '@hz/kernel';
import type { SessionDraft, SessionRules } from '../contract';
import { sessionProblems, sessionWarnings, unknownSections } from './session-check';

const rules: SessionRules = {
  durationMinutes: 60,
  lateEntryMinutes: 30,
  earliestHandInMinutes: 10,
  graceSeconds: 60,
  shuffleItems: true,
  shuffleChoices: true,
  windowPolicy: 'hand-in-by-close',
  sections: [],
};
const draft = {
  opensAt: 100 * MS_PER_MINUTE,
  closesAt: 220 * MS_PER_MINUTE,
  registrationOpensAt: 0,
  registrationClosesAt: 90 * MS_PER_MINUTE,
  capacity: 10,
  rules,
} satisfies Partial<SessionDraft>;

describe('the settings of a session', () => {
  it.each([
    [{}, []],
    [{ closesAt: 0 }, ['/closesAt', '/registrationClosesAt']],
    [{ registrationClosesAt: 0 }, ['/registrationClosesAt']],
    [{ rules: { ...rules, earliestHandInMinutes: 61 } }, ['/rules/earliestHandInMinutes']],
    [{ rules: { ...rules, sections: [{ id: 's1', navigation: 'free', time: 'own' }] } }, ['/rules/sections/0/minutes']],
    [
      {
        rules: {
          ...rules,
          sections: [
            { id: 's1', navigation: 'free', time: 'shared' },
            { id: 's1', navigation: 'one-way', time: 'shared' },
          ],
        },
      },
      ['/rules/sections/1/id'],
    ],
    [
      { rules: { ...rules, sections: [{ id: 's1', navigation: 'free', time: 'own', minutes: 10, minMinutes: 11 }] } },
      ['/rules/sections/0/minMinutes'],
    ],
  ] as [Partial<typeof draft>, string[]][])('%j → %j', (change, pointers) => {
    expect(sessionProblems({ ...draft, ...change }).map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('warns of a window that cuts somebody off', () => {
    expect(sessionWarnings(draft, 0)).toEqual([]);
    expect(
      sessionWarnings({ ...draft, closesAt: 180 * MS_PER_MINUTE }, 50).map(({ code, params }) => [
        code,
        params['minutes'],
      ]),
    ).toEqual([
      ['late-start-passes-window', 10],
      ['accommodation-passes-window', 10],
    ]);
  });

  it('names sections that no form has', () => {
    const sections = [{ id: 's9', navigation: 'free' as const, time: 'shared' as const }];
    expect(unknownSections({ ...rules, sections }, new Set(['s1']))).toMatchObject([
      { pointer: '/rules/sections/0/id' },
    ]);
  });
});
