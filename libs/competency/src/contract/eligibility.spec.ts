import { instant, type Instant } from '@hz/kernel';
import {
  eligibilityClaimsSchema,
  eligibilityRuleSchema,
  evaluateEligibility,
  type EligibilityRule,
} from './eligibility';
import { eligibilityInWords } from './eligibility-words';

const at = (day: string, time = '12:00:00'): Instant => instant(Date.parse(`${day}T${time}+08:00`));
const claims = (stated: object = {}) => eligibilityClaimsSchema.parse(stated);
const work = (atLeast: number): EligibilityRule => ({ kind: 'years-of-work', atLeast });
const certificate = (yearsSince: number, role = 'prompt-engineer'): EligibilityRule => ({
  kind: 'certificate',
  role,
  level: 'L4',
  yearsSince,
});
const college: EligibilityRule = { kind: 'education', atLeast: 'junior-college', related: true, finalYear: true };
const held = (issuedOn: string, level = 'L4', role = 'prompt-engineer') => ({
  certificates: [{ role, level, issuedOn }],
});

describe('eligibility', () => {
  it.each<[string, EligibilityRule, object, boolean]>([
    ['open', { kind: 'open' }, {}, true],
    ['enough years', work(1), { yearsOfWork: 1 }, true],
    ['half a year', work(1), { yearsOfWork: 0.5 }, false],
    ['nothing stated', work(1), {}, false],
    ['held for four years today', certificate(4), held('2022-11-24'), true],
    ['held for four years tomorrow', certificate(4), held('2022-11-25'), false],
    ['a higher level counts', certificate(4), held('2020-01-01', 'L3'), true],
    ['a lower level does not', certificate(4), held('2020-01-01', 'L5'), false],
    ['another role does not', certificate(4), held('2020-01-01', 'L4', 'nlp-engineer'), false],
    ['unless related roles count', certificate(4, 'related'), held('2020-01-01', 'L4', 'nlp-engineer'), true],
    ['college', college, { education: { step: 'bachelor', related: true } }, true],
    ['another subject', college, { education: { step: 'bachelor', related: false } }, false],
    ['final year', college, { education: { step: 'junior-college', related: true, finalYear: true } }, true],
    [
      'final year where it does not count',
      { ...college, finalYear: false },
      { education: { step: 'junior-college', related: true, finalYear: true } },
      false,
    ],
    ['too low a school', college, { education: { step: 'secondary', related: true } }, false],
    ['any: one of two', { kind: 'any', of: [work(6), certificate(4)] }, held('2020-01-01'), true],
    ['all: one of two', { kind: 'all', of: [work(6), certificate(4)] }, held('2020-01-01'), false],
  ])('%s', (_, rule, stated, met) => {
    expect(eligibilityRuleSchema.parse(rule)).toEqual(rule);
    expect(evaluateEligibility(rule, claims(stated), at('2026-11-24')).met).toBe(met);
  });

  it.each([
    ['2024-02-29', 1, '2025-02-28', false],
    ['2024-02-29', 1, '2025-03-01', true],
    ['2024-02-29', 4, '2028-02-29', true],
  ])('issued %s, %i years, on %s', (issuedOn, yearsSince, today, met) => {
    expect(evaluateEligibility(certificate(yearsSince), claims(held(issuedOn)), at(today)).met).toBe(met);
  });

  it('changes the day at midnight in China, not in Greenwich', () => {
    const rule = certificate(1);
    expect(evaluateEligibility(rule, claims(held('2025-11-24')), at('2026-11-23', '23:59:59')).met).toBe(false);
    expect(evaluateEligibility(rule, claims(held('2025-11-24')), at('2026-11-24', '00:00:00')).met).toBe(true);
  });

  it('says which condition was not met', () => {
    const rule: EligibilityRule = { kind: 'all', of: [work(1), college] };
    expect(evaluateEligibility(rule, claims({ yearsOfWork: 3 }), at('2026-11-24'))).toEqual({
      met: false,
      rule,
      of: [
        { met: true, rule: work(1) },
        { met: false, rule: college },
      ],
    });
  });

  it('stands in words in both languages', () => {
    const rule: EligibilityRule = { kind: 'any', of: [work(6), { kind: 'all', of: [certificate(4), college] }] };
    expect(eligibilityInWords(rule, () => ({ zh: '提示词工程师', en: 'Prompt Engineer' }))).toEqual({
      zh: '累计从事本职业或相关职业工作满 6 年；或（取得提示词工程师四级（中级工）及以上证书满 4 年，且具有本专业或相关专业大学专科（高职）及以上学历（含应届毕业生））',
      en: '6 years of work in this or a related occupation; or (a certificate of Prompt Engineer L4 (intermediate) or higher, held for 4 years and junior college or higher in this or a related subject (final-year students included))',
    });
  });
});
