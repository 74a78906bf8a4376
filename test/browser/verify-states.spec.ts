import type { Browser } from 'playwright-core';
import type { IssuedFiles } from '../promises/certificates/issued';
import { CertificatesSite } from './certificates-site';
import { aJson, askByName, handFile } from './verify-visit';
import { launchBrowser, Visitor, type Language } from './visitor';

const HOLDER = '欧阳晓明';
type State = 'valid' | 'suspended' | 'revoked' | 'superseded' | 'expired' | 'unknown';
const STATES: readonly State[] = ['valid', 'suspended', 'revoked', 'superseded', 'expired', 'unknown'];

/** How each state is said, by the platform that was asked by number and name, and by the device that was handed the file. */
const SAID: Record<State, Record<Language, RegExp>> = {
  valid: { zh: /目前有效/, en: /in force/ },
  suspended: { zh: /已被中止/, en: /is suspended/ },
  revoked: { zh: /已被撤销/, en: /has been revoked/ },
  superseded: { zh: /新证书/, en: /newer certificate has taken its place/ },
  expired: { zh: /有效期已过/, en: /has expired/ },
  unknown: { zh: /未能查明|现在无法查明|状态列表的签名不成立/, en: /could not find out|altered, or not the one/ },
};
const VERDICTS: Record<State, string> = {
  valid: 'valid',
  suspended: 'not-valid',
  revoked: 'not-valid',
  superseded: 'not-valid',
  expired: 'not-valid',
  unknown: 'cannot-be-determined',
};

describe('P7: what the page of verification says of each state', () => {
  let site: CertificatesSite;
  let browser: Browser;
  const certificates = {} as Record<State, IssuedFiles>;

  beforeAll(async () => {
    site = await CertificatesSite.open();
    certificates.expired = await site.issue({ expired: true });
    for (const state of STATES) certificates[state] ??= await site.issue();
    for (const state of ['suspended', 'revoked', 'superseded'] as const)
      await site.setStatus(certificates[state].number, state);
    browser = await launchBrowser();
  }, 120_000);
  afterEach(() => site.forgetLimits());
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  describe.each<[Language, number]>([
    ['zh', 1440],
    ['en', 390],
  ])('in %s, %i px wide', (language, width) => {
    let visitor: Visitor;
    beforeAll(async () => (visitor = await Visitor.arrive(browser, { base: site.base, language, width })));
    afterAll(() => visitor.leave());

    /** How it looks is judged where the device itself answers: that answer has all that the platform's has, and more. */
    async function looksRight(name: string): Promise<void> {
      await visitor.look();
      await visitor.album(`verify-${name}`);
      expect(visitor.problems).toEqual([]);
    }
    const saidOf = (state: State) => ({
      verdict: VERDICTS[state],
      words: expect.stringMatching(SAID[state][language]) as string,
    });

    it.each(STATES.filter((state) => state !== 'unknown'))('%s', async (state) => {
      const { number, credentials } = certificates[state];
      const asked = await askByName(visitor, number, HOLDER);
      expect(asked).toEqual(saidOf(state));
      expect(asked.words).toContain(number);
      await visitor.album(`verify-asked-${state}`);
      const handed = await handFile(visitor, aJson(state, credentials['whole-score']!));
      expect(handed).toEqual(saidOf(state));
      expect(handed.words).toContain(HOLDER);
      await looksRight(state);
    });

    it('never guesses: by a damaged list nothing is valid, and nothing is called wrong', async () => {
      const { number, credentials } = certificates.unknown;
      const repair = await site.damageStatusList();
      try {
        expect(await askByName(visitor, number, HOLDER)).toEqual(saidOf('unknown'));
        expect(await handFile(visitor, aJson('unknown', credentials['whole-score']!))).toEqual(saidOf('unknown'));
        await looksRight('unknown');
      } finally {
        await repair();
      }
      expect(await askByName(visitor, number, HOLDER)).toMatchObject({ verdict: 'valid' });
    });

    it('an unknown number and a wrong name read the same, to the letter', async () => {
      const wrong = await askByName(visitor, certificates.valid.number, '欧阳小明');
      const none = await askByName(visitor, 'HZ-2026-124-999999-X', HOLDER);
      const withoutTime = (words: string) => words.replace(/.*\d\d:\d\d:\d\d.*/g, '');
      expect(withoutTime(none.words)).toBe(withoutTime(wrong.words));
      expect(none.verdict).toBe('not-valid');
      await looksRight('not-found');
    });
  });
});
