import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keyOfMultikey } from './base58';
import type { Proof } from './credential';
import { isProven } from './data-integrity';
import { canonicalQuads, CONTEXTS, VC_CONTEXT } from './json-ld';

const folder = join(__dirname, '../../../test/fixtures/vc-di-eddsa');
const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
interface Vector {
  '@context': string[];
  name: string;
  proof: Proof;
}
const key = keyOfMultikey(read<{ publicKeyMultibase: string }>('keyPair.json').publicKeyMultibase)!;
const EXAMPLES = 'https://www.w3.org/ns/credentials/examples/v2';
const contexts = {
  ...CONTEXTS,
  [EXAMPLES]: { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
};

describe('the vectors of W3C for EdDSA', () => {
  const vectors = ['eddsa-rdfc-2022/signedDataInt.json', 'eddsa-jcs-2022/signedJCS.json'];

  it.each(vectors)('holds: %s', async (name) => {
    await expect(isProven(read<Vector>(name), key, contexts)).resolves.toBe(true);
  });

  it.each(vectors)('does not hold with another word, proof or key: %s', async (name) => {
    const vector = read<Vector>(name);
    const other = { ...vector.proof, created: '2023-02-24T23:36:39Z' };
    await expect(isProven({ ...vector, name: `${vector.name}.` } as Vector, key, contexts)).resolves.toBe(false);
    await expect(isProven({ ...vector, proof: other }, key, contexts)).resolves.toBe(false);
    await expect(isProven(vector, Uint8Array.from(key).fill(7, 0, 1), contexts)).resolves.toBe(false);
    await expect(isProven({ ...vector, proof: [] }, key, contexts)).resolves.toBe(false);
  });

  it('does not hold under a context that is not bundled', async () => {
    await expect(isProven(read<Vector>(vectors[0]!), key)).resolves.toBe(false);
    await expect(canonicalQuads({ '@context': [VC_CONTEXT, EXAMPLES] })).rejects.toThrow('not a known context');
  });
});
