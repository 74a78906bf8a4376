import type { ComponentCode } from '@hz/kernel';
import { LATIN_NAME, type Credential } from '@hz/verification/contract';
import { SHORT_COMPONENT_TITLES } from './component-titles';

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** What is printed: taken from the signed credential alone. */
export function certificateSheet(credential: Credential) {
  const { achievement, identifier, result } = credential.credentialSubject;
  const named = (type: string) => identifier.find(({ identityType }) => identityType === type)?.identityHash ?? null;
  const number = credential.id.slice(credential.id.lastIndexOf('/') + 1);
  const [total, ...components] = result.map((shown) => {
    const description = achievement.resultDescription.find(({ id }) => id === shown.resultDescription);
    if (!('value' in shown) || description === undefined || description.resultType === 'Status') {
      throw new TypeError('a certificate is printed from the credential that says everything');
    }
    return { ...description, value: shown.value };
  });
  const facts: [string, string, string][] = [
    ['证书编号', 'Certificate number', number],
    ['取得日期', 'Achieved on', dayInChina(credential.awardedDate)],
    ['有效期至', 'Registration valid until', dayInChina(credential.validUntil)],
    ['总成绩', 'Total', `${total!.value} / ${total!.valueMax}`],
    ['各部分成绩', 'Components', components.map(({ id, value }) => `${shortTitle(id)} ${value}`).join(' · ')],
    ['签发日期', 'Issued on', dayInChina(credential.validFrom)],
  ];
  return {
    number,
    holderName: named('name')!,
    latinName: named(LATIN_NAME),
    title: { zh: achievement.name, en: credential.name },
    facts,
    skills: achievement.alignment.map(({ targetName }) => targetName),
    issuer: credential.issuer.name,
    issuedAt: new Date(credential.validFrom),
  };
}

/** Names a component by the end of its description's address, `…#theory`. */
function shortTitle(descriptionId: string): string {
  return SHORT_COMPONENT_TITLES[descriptionId.slice(descriptionId.lastIndexOf('#') + 1) as ComponentCode];
}

function dayInChina(iso: string): string {
  const local = new Date(Date.parse(iso) + CHINA_OFFSET_MS);
  return `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日  ${local.toISOString().slice(0, 10)}`;
}
