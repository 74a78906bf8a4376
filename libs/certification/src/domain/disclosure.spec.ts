import { DISCLOSURES, unsignedCredentialSchema, type Disclosure } from '@hz/verification/contract';
import { canonicalJson } from '@hz/kernel';
import { credentialFacts } from '../testing/credential.fixture';
import { disclosed, everyDisclosure } from './disclosure';
import { unsignedCredential } from './unsigned-credential';

const whole = unsignedCredential(credentialFacts());
const said = (disclosure: Disclosure) => canonicalJson(disclosed(whole, disclosure));

describe('what a holder shows', () => {
  it('is everything, without a change, or less', () => {
    expect(disclosed(whole, 'whole-score')).toEqual(whole);
    expect(everyDisclosure(whole).map(([disclosure]) => disclosure)).toEqual([...DISCLOSURES]);
  });

  it.each(DISCLOSURES)('%s: a credential that the schema knows, of the same number, achievement and places', (one) => {
    const credential = disclosed(whole, one);
    expect(unsignedCredentialSchema.parse(credential)).toEqual(credential);
    for (const part of ['id', 'issuer', 'validFrom', 'validUntil', 'awardedDate', 'credentialStatus'] as const) {
      expect(credential[part]).toEqual(whole[part]);
    }
    expect(credential.credentialSubject.achievement.id).toBe(whole.credentialSubject.achievement.id);
  });

  it.each(['masked-score', 'masked-pass'] as const)('%s holds neither form of the name', (one) => {
    for (const name of ['欧阳', '晓明', 'Ouyang', 'Xiaoming']) expect(said(one)).not.toContain(name);
    expect(said(one)).toContain('欧**');
  });

  it.each(['whole-pass', 'masked-pass'] as const)('%s holds no score', (one) => {
    for (const score of ['83.5', '82.5', '"85"']) expect(said(one)).not.toContain(score);
    expect(said(one)).toContain('"status":"Completed"');
  });
});
