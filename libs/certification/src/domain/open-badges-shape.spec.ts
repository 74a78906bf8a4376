import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2019 from 'ajv/dist/2019';
import { credentialFacts } from '../testing/credential.fixture';
import { everyDisclosure } from './disclosure';
import { unsignedCredential } from './unsigned-credential';

const schema = join(__dirname, '../../../../test/fixtures/open-badges/achievement-credential.schema.json');
const ajv = new Ajv2019({
  strict: false,
  allErrors: true,
  formats: { date: /^\d{4}-\d\d-\d\d$/, 'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/ },
});
const conforms = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')) as object);

/** What is wrong with a document as an AchievementCredential, each as a place and a reason. */
function faults(document: object): string[] {
  conforms(structuredClone(document));
  return (conforms.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`);
}

describe('the shape of a credential by the data model of Open Badges 3.0', () => {
  const variants = everyDisclosure(unsignedCredential(credentialFacts()));

  it.each(variants)('%s conforms', (_, credential) => {
    expect(faults(credential)).toEqual([]);
  });

  const [, whole] = variants[0]!;
  const subject = whole.credentialSubject;
  it.each<[string, object]>([
    ['two statuses', { ...whole, credentialStatus: [whole.credentialStatus, whole.credentialStatus] }],
    ['a proof that is no set', { ...whole, proof: { type: 'DataIntegrityProof' } }],
    [
      'an unknown kind of result',
      withAchievement({
        resultDescription: [{ id: 'urn:a', type: ['ResultDescription'], name: 'a', resultType: 'Points' }],
      }),
    ],
    ['an achievement without criteria', withAchievement({ criteria: undefined })],
    [
      'a name that says more than it may',
      { ...whole, credentialSubject: { ...subject, identifier: [{ ...subject.identifier[0], note: '' }] } },
    ],
    ['a day that is no moment', { ...whole, validFrom: '2026-11-25' }],
  ])('does not take %s', (_, credential) => {
    expect(faults(credential)).not.toEqual([]);
  });

  function withAchievement(changes: object): object {
    const achievement = { ...subject.achievement, ...changes };
    return { ...whole, credentialSubject: { ...subject, achievement } };
  }
});
