import { LATIN_NAME, type Credential, type Disclosure } from '@hz/verification/contract';
import type { CertificateForm } from '../contract';

/** What a signed credential (canonical JSON) shows to whoever is given it: the name as it stands in it, and the scores. */
export function shownForm(disclosure: Disclosure, text: string): CertificateForm {
  const { identifier, achievement, result } = (JSON.parse(text) as Credential).credentialSubject;
  const latin = identifier.find(({ identityType }) => identityType === LATIN_NAME);
  return {
    disclosure,
    name: identifier[0]!.identityHash,
    latinName: latin?.identityHash ?? null,
    results: result.flatMap((shown) => {
      const description = achievement.resultDescription.find(({ id }) => id === shown.resultDescription);
      if (!('value' in shown) || description === undefined || description.resultType === 'Status') return [];
      return [{ name: description.name, value: shown.value, outOf: description.valueMax }];
    }),
  };
}
