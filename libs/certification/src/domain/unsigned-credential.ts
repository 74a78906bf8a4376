import { textIn, toIso, type CertificateNumber, type Instant, type Level, type LocalizedText } from '@hz/kernel';
import {
  credentialId,
  LATIN_NAME,
  LEVEL_IDENTIFIER,
  OB_CONTEXT,
  SCHEME_IDENTIFIER,
  VC_CONTEXT,
  type StatusEntry,
  type UnsignedCredential,
} from '@hz/verification/contract';
import type { Award } from './award';
import { isoDayInChina } from './china-days';
import { COMPONENT_TITLES } from './component-titles';

/** Everything that a credential says. */
export interface CredentialFacts {
  readonly number: CertificateNumber;
  readonly publicUrl: string;
  readonly issuer: { readonly did: string; readonly name: string };
  readonly holder: { readonly name: string; readonly latinName: string | null };
  readonly scheme: {
    readonly id: string;
    readonly code: string;
    readonly version: number;
    readonly title: LocalizedText;
    readonly level: Level;
  };
  readonly skills: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly award: Award;
  readonly achievedAt: Instant;
  readonly validFrom: Instant;
  readonly validUntil: Instant;
  readonly status: StatusEntry;
}

const FRAMEWORK = '衡证能力体系 Hengzheng competency framework';

/**
 * The credential of a certificate before it is signed: an AchievementCredential of Open Badges 3.0, which is a W3C Verifiable
 * Credential 2.0. Equal facts give equal bytes, so that signing again cannot make another credential (P2).
 */
export function unsignedCredential(facts: CredentialFacts): UnsignedCredential {
  const { number, publicUrl, issuer, scheme } = facts;
  return {
    '@context': [VC_CONTEXT, OB_CONTEXT],
    id: credentialId(publicUrl, number),
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: { id: issuer.did, type: ['Profile'], name: issuer.name, url: publicUrl },
    name: textIn(scheme.title, 'en'),
    validFrom: toIso(facts.validFrom),
    validUntil: toIso(facts.validUntil),
    awardedDate: toIso(facts.achievedAt),
    credentialSubject: subjectOf(facts),
    evidence: evidenceOf(facts),
    credentialStatus: facts.status,
  };
}

function subjectOf(facts: CredentialFacts): UnsignedCredential['credentialSubject'] {
  const { award, holder } = facts;
  const achievementId = achievementUrl(facts);
  const named = (identityType: 'name' | typeof LATIN_NAME, identityHash: string) =>
    ({ type: 'IdentityObject', hashed: false, identityHash, identityType }) as const;
  const latin = holder.latinName === null ? [] : [named(LATIN_NAME, holder.latinName)];
  return {
    type: ['AchievementSubject'],
    identifier: [named('name', holder.name), ...latin],
    achievement: achievementOf(facts),
    result: [
      { type: ['Result'], resultDescription: `${achievementId}#total`, value: award.percent },
      ...award.components.map(({ code, score }) => ({
        type: ['Result'] as ['Result'],
        resultDescription: `${achievementId}#${code}`,
        value: score,
      })),
    ],
  };
}

function achievementOf(facts: CredentialFacts): UnsignedCredential['credentialSubject']['achievement'] {
  const { scheme, skills, publicUrl } = facts;
  return {
    id: achievementUrl(facts),
    type: ['Achievement'],
    achievementType: 'Certification',
    inLanguage: 'zh',
    name: scheme.title.zh,
    description: `${scheme.title.zh} / ${textIn(scheme.title, 'en')}`,
    criteria: { narrative: criteriaOf(facts) },
    otherIdentifier: [
      { type: 'IdentifierEntry', identifier: scheme.level, identifierType: LEVEL_IDENTIFIER },
      { type: 'IdentifierEntry', identifier: scheme.code, identifierType: SCHEME_IDENTIFIER },
    ],
    alignment: skills.map(({ id, name }) => ({
      type: ['Alignment'],
      targetName: name.en === undefined ? name.zh : `${name.zh} / ${name.en}`,
      targetUrl: `${publicUrl}/api/v1/framework#${id}`,
      targetCode: id,
      targetFramework: FRAMEWORK,
      targetType: 'ext:hz-skill',
    })),
    resultDescription: resultDescriptionsOf(facts),
  };
}

function resultDescriptionsOf(
  facts: CredentialFacts,
): UnsignedCredential['credentialSubject']['achievement']['resultDescription'] {
  const achievementId = achievementUrl(facts);
  const described = { type: ['ResultDescription'] as ['ResultDescription'], valueMin: '0' };
  return [
    { ...described, id: `${achievementId}#total`, name: '总成绩 / Total', resultType: 'Percent', valueMax: '100' },
    ...facts.award.components.map(({ code, outOf, passMark }) => ({
      ...described,
      id: `${achievementId}#${code}`,
      name: COMPONENT_TITLES[code],
      resultType: 'ext:hz-score' as const,
      valueMax: outOf,
      requiredValue: passMark,
    })),
  ];
}

function criteriaOf({ award }: CredentialFacts): string {
  const parts = award.components.map(({ code, passMark, outOf }) => `${COMPONENT_TITLES[code]} ≥ ${passMark}/${outOf}`);
  return `每一部分均达到合格线。 Every component passed: ${parts.join('; ')}.`;
}

/** What was sat, and beside it how well: the second can be left out without touching the first. */
function evidenceOf({ award, achievedAt }: CredentialFacts): UnsignedCredential['evidence'] {
  const evidence = { type: ['Evidence'] as ['Evidence'], genre: 'Examination' as const };
  const day = isoDayInChina(achievedAt);
  const sat = award.components.map(({ code }) => COMPONENT_TITLES[code]).join('; ');
  const scores = award.components.map(({ code, score, outOf }) => `${COMPONENT_TITLES[code]} ${score}/${outOf}`);
  return [
    {
      ...evidence,
      name: '认证考试 / Certification exam',
      narrative:
        `本次认证考核的部分：${sat}。成绩于 ${day} 最终确定；有标准答案的题目由系统判分，其余由阅卷人员评阅。 ` +
        `Components that were sat: ${sat}. Results became final on ${day}; what a key decides was scored by machine, the rest was marked by people.`,
    },
    {
      ...evidence,
      name: '成绩 / Scores',
      narrative: `总成绩 / Total ${award.percent}/100; ${scores.join('; ')}`,
    },
  ];
}

function achievementUrl({ publicUrl, scheme }: CredentialFacts): string {
  return `${publicUrl}/schemes/${scheme.id}?version=${scheme.version}`;
}
