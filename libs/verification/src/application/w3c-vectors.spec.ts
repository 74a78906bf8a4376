import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@hz/platform';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import type { Proof } from '../contract';
import { contextByUrl, loaded } from './contexts';
import { isProvenIndependently } from './independent-check';

const folder = join(repositoryRoot(), 'test/fixtures/vc-di-eddsa');
const text = (name: string) => readFileSync(join(folder, name), 'utf8').trim();
const { publicKeyMultibase } = JSON.parse(text('keyPair.json')) as { publicKeyMultibase: string };
const signed = JSON.parse(text('eddsa-rdfc-2022/signedDataInt.json')) as {
  '@context': string[];
  issuer: string;
  validFrom: string;
  name: string;
  proof: Proof;
};
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const examples = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } };
const contextOf = (url: string) => (url === EXAMPLES ? examples : contextByUrl(url));

/** The library as it is wired here, with the key of the vectors in place of the issuer's. */
async function holdsByLibrary(credential: typeof signed): Promise<boolean> {
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
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: async (url) => {
      const document = documents[url] ?? contextOf(url);
      if (document === undefined) throw new Error(`unknown ${url}`);
      return loaded(url, document);
    },
    now: new Date(credential.validFrom),
  });
  return verified;
}

describe('P7: the test vectors of W3C for eddsa-rdfc-2022', () => {
  it('are consistent', () => {
    const hash = createHash('sha256').update(readFileSync(join(folder, 'eddsa-rdfc-2022/canonDocDataInt.txt')));
    expect(hash.digest('hex')).toBe(text('eddsa-rdfc-2022/docHashDataInt.txt'));
    expect(signed.proof.proofValue).toBe(text('eddsa-rdfc-2022/sigBTC58DataInt.txt'));
  });

  it('hold by the check of our own, and fail once anything is changed', async () => {
    await expect(isProvenIndependently(signed, publicKeyMultibase, contextOf)).resolves.toBe(true);
    const changes = [
      { ...signed, name: 'Alumni Credentia1' },
      { ...signed, proof: { ...signed.proof, created: '2023-02-24T23:36:39Z' } },
      { ...signed, validFrom: '2023-01-01T00:00:01Z' },
    ];
    for (const change of changes) {
      await expect(isProvenIndependently(change, publicKeyMultibase, contextOf)).resolves.toBe(false);
    }
  });

  it('hold by the library as it is wired, and fail once anything is changed', async () => {
    await expect(holdsByLibrary(signed)).resolves.toBe(true);
    await expect(holdsByLibrary({ ...signed, name: 'Alumni Credentia1' })).resolves.toBe(false);
  });
});
