import type { Level, LocalizedText } from '@hz/kernel';
import type { EducationStep, EligibilityRule } from './eligibility';

export const LEVEL_NAMES: Readonly<Record<Level, { zh: string; en: string }>> = {
  L5: { zh: '五级（初级工）', en: 'L5 (junior)' },
  L4: { zh: '四级（中级工）', en: 'L4 (intermediate)' },
  L3: { zh: '三级（高级工）', en: 'L3 (senior)' },
  L2: { zh: '二级（技师）', en: 'L2 (technician)' },
  L1: { zh: '一级（高级技师）', en: 'L1 (senior technician)' },
};

export const EDUCATION_NAMES: Readonly<Record<EducationStep, { zh: string; en: string }>> = {
  secondary: { zh: '中等职业学校或技工学校', en: 'secondary vocational school' },
  'junior-college': { zh: '大学专科（高职）', en: 'junior college' },
  bachelor: { zh: '大学本科', en: "bachelor's degree" },
  master: { zh: '硕士研究生', en: "master's degree" },
  doctor: { zh: '博士研究生', en: 'doctorate' },
};

/** A rule in words, for the page of a scheme and for a refusal. `roleName` gives the name of a role by its id. */
export function eligibilityInWords(rule: EligibilityRule, roleName: (roleId: string) => LocalizedText): LocalizedText {
  switch (rule.kind) {
    case 'open':
      return { zh: '无限制', en: 'open to everyone' };
    case 'all':
      return joined(rule.of, roleName, { zh: '，且', en: ' and ' });
    case 'any':
      return joined(rule.of, roleName, { zh: '；或', en: '; or ' });
    case 'years-of-work':
      return {
        zh: `累计从事本职业或相关职业工作满 ${rule.atLeast} 年`,
        en: `${countOf(rule.atLeast)} of work in this or a related occupation`,
      };
    case 'certificate':
      return certificateInWords(rule, roleName);
    case 'education':
      return {
        zh: `具有${rule.related ? '本专业或相关专业' : ''}${EDUCATION_NAMES[rule.atLeast].zh}及以上学历${rule.finalYear ? '（含应届毕业生）' : ''}`,
        en: `${EDUCATION_NAMES[rule.atLeast].en} or higher${rule.related ? ' in this or a related subject' : ''}${rule.finalYear ? ' (final-year students included)' : ''}`,
      };
  }
}

function certificateInWords(
  rule: Extract<EligibilityRule, { kind: 'certificate' }>,
  roleName: (roleId: string) => LocalizedText,
): LocalizedText {
  const name =
    rule.role === 'related' ? { zh: '本职业或相关职业', en: 'this or a related occupation' } : roleName(rule.role);
  const level = LEVEL_NAMES[rule.level];
  const since = rule.yearsSince > 0;
  return {
    zh: `取得${name.zh}${level.zh}及以上证书${since ? `满 ${rule.yearsSince} 年` : ''}`,
    en: `a certificate of ${name.en ?? name.zh} ${level.en} or higher${since ? `, held for ${countOf(rule.yearsSince)}` : ''}`,
  };
}

function joined(
  rules: readonly EligibilityRule[],
  roleName: (roleId: string) => LocalizedText,
  between: { zh: string; en: string },
): LocalizedText {
  const words = rules.map((rule) => {
    const text = eligibilityInWords(rule, roleName);
    const nested = (rule.kind === 'all' || rule.kind === 'any') && rule.of.length > 1;
    return nested ? { zh: `（${text.zh}）`, en: `(${text.en})` } : text;
  });
  return { zh: words.map(({ zh }) => zh).join(between.zh), en: words.map(({ en }) => en).join(between.en) };
}

const countOf = (years: number): string => (years === 1 ? '1 year' : `${years} years`);
