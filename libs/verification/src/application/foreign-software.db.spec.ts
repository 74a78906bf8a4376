import { createHash, createPublicKey, verify } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential } from '@digitalbazaar/vc';
import { base64url, importJWK } from 'jose';
import jsonld from 'jsonld';
import { AuditModule } from '@hz/audit';
import { IdentityModule } from '@hz/identity';
import { UnitOfWork } from '@hz/platform';
import { testContext, type TestContext } from '@hz/platform/testing';
import { statusEntriesOf, type Credential, type StatusListCredential, type StatusPurpose } from '../contract';
import { VerificationModule } from '../verification.module';
import { PublicDocuments } from './public-documents.query';
import { Publications } from './publications';
import { published } from '../testing/published.fixture';

interface DidDocument {
  id: string;
  verificationMethod: { id: string; type: string; controller: string; publicKeyMultibase: string }[];
  assertionMethod: string[];
}
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58 as in its description, by long division. */
function base58(text: string): Buffer {
  const bytes: number[] = [];
  for (const character of text) {
    let carry = ALPHABET.indexOf(character);
    for (let at = 0; at < bytes.length; at += 1) {
      carry += bytes[at]! * 58;
      bytes[at] = carry & 0xff;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 0xff);
  }
  return Buffer.from([...bytes.reverse()]);
}

/** A stranger: has what the public addresses serve, and nothing of ours. */
describe('P7: a stranger with software of others', () => {
  let context: TestContext;
  let credential: Credential;
  let did: DidDocument;
  const contexts = new Map<string, object>();
  const number = 'HZ-2026-124-000001-X';

  beforeAll(async () => {
    context = await testContext([AuditModule, IdentityModule, VerificationModule]);
    credential = JSON.parse(JSON.stringify(await published(context, context.clock, number))) as Credential;
    const documents = context.module.get(PublicDocuments);
    did = JSON.parse(await documents.issuerDocument()) as DidDocument;
    for (const { name, url } of documents.contexts()) contexts.set(url, JSON.parse(documents.context(name)) as object);
  });
  afterAll(() => context.close());

  const load = async (url: string) => {
    const method = did.verificationMethod.find(({ id }) => id === url);
    const key = method && { '@context': 'https://w3id.org/security/multikey/v1', ...method };
    const document = key ?? (url === did.id ? did : contexts.get(url));
    if (document === undefined) throw new Error(`not served: ${url}`);
    return { contextUrl: null, documentUrl: url, document };
  };
  const entryFor = (purpose: StatusPurpose) =>
    statusEntriesOf(credential).find(({ statusPurpose }) => statusPurpose === purpose)!;
  const list = async (purpose: StatusPurpose) => {
    const path = new URL(entryFor(purpose).statusListCredential).pathname.split('/');
    const text = await context.module.get(PublicDocuments).statusList(Number(path[2]), purpose);
    const found = JSON.parse(text) as StatusListCredential;
    expect(found.id).toBe(entryFor(purpose).statusListCredential);
    expect(found.credentialSubject.statusPurpose).toBe(purpose);
    return found;
  };
  const marked = async (purpose: StatusPurpose) => {
    const bits = gunzipSync(Buffer.from((await list(purpose)).credentialSubject.encodedList.slice(1), 'base64url'));
    expect(bits.length * 8).toBeGreaterThanOrEqual(131_072);
    const places: number[] = [];
    bits.forEach((byte, at) => {
      for (let bit = 0; bit < 8; bit += 1) if (byte & (0x80 >> bit)) places.push(at * 8 + bit);
    });
    return places;
  };

  async function verifiedByLibrary(document: { validFrom: string }, suite = cryptosuite): Promise<boolean> {
    const { verified } = await verifyCredential({
      credential: structuredClone(document),
      suite: new DataIntegrityProof({ cryptosuite: suite }),
      documentLoader: load,
      now: new Date(document.validFrom),
      checkStatus: async () => ({ verified: true }),
    });
    return verified;
  }

  it('finds the proof of the credential and of its status list good by the library of Digital Bazaar', async () => {
    for (const suite of [cryptosuite, createVerifyCryptosuite()]) {
      for (const document of [credential, await list('revocation'), await list('suspension')]) {
        await expect(verifiedByLibrary(document, suite)).resolves.toBe(true);
      }
      await expect(verifiedByLibrary({ ...credential, name: 'Somebody else' } as Credential, suite)).resolves.toBe(
        false,
      );
    }
  });

  it('finds the same from the standard alone: RDFC-1.0, SHA-256, Ed25519 of node and of jose', async () => {
    const { proof: proofs, ...document } = credential;
    const [proof] = proofs;
    const { proofValue, ...options } = proof;
    const hash = async (input: object) => {
      const common = { algorithm: 'RDFC-1.0', format: 'application/n-quads', safe: true } as const;
      const quads = await jsonld.canonize(input, { ...common, rdfDirection: 'i18n-datatype', documentLoader: load });
      return createHash('sha256').update(quads).digest();
    };
    const data = Buffer.concat([await hash({ '@context': credential['@context'], ...options }), await hash(document)]);
    const method = did.verificationMethod.find(({ id }) => id === proof.verificationMethod)!;
    expect(did.assertionMethod).toContain(method.id);
    expect(method.controller).toBe(credential.issuer.id);
    const raw = base58(method.publicKeyMultibase.slice(1));
    expect([...raw.subarray(0, 2)]).toEqual([0xed, 0x01]);
    const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url.encode(raw.subarray(2)) };
    const signature = base58(proofValue.slice(1));
    expect(verify(null, data, createPublicKey({ key: jwk, format: 'jwk' }), signature)).toBe(true);
    const key = (await importJWK(jwk, 'EdDSA')) as CryptoKey;
    await expect(crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(data))).resolves.toBe(
      true,
    );
    data[5]! ^= 1;
    await expect(crypto.subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(data))).resolves.toBe(
      false,
    );
  });

  it('sees suspension, its end and revocation at the place that the credential names, and only there', async () => {
    const publications = context.module.get(Publications);
    const place = Number(entryFor('revocation').statusListIndex);
    expect(entryFor('suspension').statusListIndex).toBe(entryFor('revocation').statusListIndex);
    const steps = [
      ['suspended', [], [place]],
      ['valid', [], []],
      ['suspended', [], [place]],
      ['revoked', [place], [place]],
    ] as const;
    for (const [status, revoked, suspended] of steps) {
      await context.module.get(UnitOfWork).run((tx) => publications.setStatus(tx, number, status, 'reason'));
      expect(await marked('revocation')).toEqual(revoked);
      expect(await marked('suspension')).toEqual(suspended);
    }
    await expect(verifiedByLibrary(await list('revocation'))).resolves.toBe(true);
  });
});
