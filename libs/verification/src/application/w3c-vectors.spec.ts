import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@hz/platform';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import type { Proof } from '../contract';
import { contextByUrl, loaded } from './contexts';
import { isProvenIndependently } from './independent-check';

const folder = join(repositoryRoot(), 'test/fixtures/vc-di-eddsa');
const text = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
const { publicKeyMultibase } = JSON.parse(text('keyPair.json')) as { publicKeyMultibase: string };
interface Vector {
  '@context': string[];
  issuer: string;
  validFrom: string;
  name: string;
  proof: Proof;
}
const signed = JSON.parse(text('eddsa-rdfc-2022/signedDataInt.json')) as Vector;
const signedJcs = JSON.parse(text('eddsa-jcs-2022/signedJCS.json')) as Vector;
const signers = [
  ['eddsa-rdfc-2022', signed, cryptosuite],
  ['eddsa-jcs-2022', signedJcs, createVerifyCryptosuite()],
] as const;
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const examples = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } };
const contextOf = (url: string) => (url === EXAMPLES ? examples : contextByUrl(url));

/** The library as it is wired here, with the key of the vectors in place of the issuer's. */
async function holdsByLibrary(credential: Vector, suite: object): Promise<boolean> {
  const method = signed.proof.verificationMethod;
  const key = { type: 'Multikey', controller: credential.issuer, publicKeyMultibase };
  const documents: Record<string, object> = {
    [method]: { '@context': 'https://w3id.org/security/multikey/v1', id: method, ...key },
    [credential.issuer]: {
      '@context': 'https://www.w3.org/ns/did/v1',
      id: credential.issuer,
      verificationMethod: [{ id: method, ...key }],
      assertionMethod: [method],
    },
  };
  const { verified } = await verifyCredential({
    credential: structuredClone(credential),
    suite: new DataIntegrityProof({ cryptosuite: suite }),
    documentLoader: async (url) => {
      const document = documents[url] ?? contextOf(url);
      if (document === undefined) throw new Error(`unknown ${url}`);
      return loaded(url, document);
    },
    now: new Date(credential.validFrom),
  });
  return verified;
}

describe('P7: the test vectors of W3C', () => {
  it('are consistent', () => {
    const hash = (name: string) =>
      createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex');
    expect(hash('eddsa-rdfc-2022/canonDocDataInt.txt')).toBe(text('eddsa-rdfc-2022/docHashDataInt.txt'));
    expect(signed.proof.proofValue).toBe(text('eddsa-rdfc-2022/sigBTC58DataInt.txt'));
    expect(hash('eddsa-jcs-2022/canonDocJCS.txt')).toBe(text('eddsa-jcs-2022/docHashJCS.txt'));
    expect(signedJcs.proof.proofValue).toBe(text('eddsa-jcs-2022/sigBTC58JCS.txt'));
  });

  it.each(signers)('%s: hold by the check of our own, and fail once anything is changed', async (_, vector) => {
    await expect(isProvenIndependently(vector, publicKeyMultibase, contextOf)).resolves.toBe(true);
    const changes = [
      { ...vector, name: 'Alumni Credentia1' },
      { ...vector, proof: { ...vector.proof, created: '2023-02-24T23:36:39Z' } },
      { ...vector, validFrom: '2023-01-01T00:00:01Z' },
    ];
    for (const change of changes) {
      await expect(isProvenIndependently(change, publicKeyMultibase, contextOf)).resolves.toBe(false);
    }
  });

  it('of both suites as one set: hold together, and fail when either is changed', async () => {
    const both = (first: object, second: object) => ({
      ...signed,
      proof: [
        { ...signed.proof, ...first },
        { ...signedJcs.proof, ...second },
      ] as Proof[],
    });
    const { proofValue } = signed.proof;
    await expect(isProvenIndependently(both({}, {}), publicKeyMultibase, contextOf)).resolves.toBe(true);
    for (const wrong of [both({}, { proofValue }), both({ created: '2023-02-24T23:36:39Z' }, {})]) {
      await expect(isProvenIndependently(wrong, publicKeyMultibase, contextOf)).resolves.toBe(false);
    }
    await expect(isProvenIndependently({ ...signed, proof: [] }, publicKeyMultibase, contextOf)).resolves.toBe(false);
  });

  it.each(signers)(
    '%s: hold by the library as it is wired, and fail once anything is changed',
    async (_, vector, suite) => {
      await expect(holdsByLibrary(vector, suite)).resolves.toBe(true);
      await expect(holdsByLibrary({ ...vector, name: 'Alumni Credentia1' }, suite)).resolves.toBe(false);
    },
  );
});
