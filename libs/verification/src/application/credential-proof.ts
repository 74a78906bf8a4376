import { Injectable } from '@nestjs/common';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/eddsa-jcs-2022-cryptosuite';
import { cryptosuite as rdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import type { Instant } from '@hz/kernel';
import { proofsOf, type Proof, type ProofSet } from '../contract';
import type { IssuerKey } from '../persistence/issuer-key.repository';
import { contextByUrl, loaded } from './contexts';
import { Issuer, methodOf, type KnownKey } from './issuer';

/** What every document that the issuer signs has. */
export interface Signable {
  readonly '@context': readonly string[];
  readonly validFrom: string;
  readonly proof?: never;
}
export type Signed<Document extends Signable> = Omit<Document, 'proof'> & { readonly proof: ProofSet };

const MULTIKEY_CONTEXT = 'https://w3id.org/security/multikey/v1';
/** The contexts are constants of the code: jsonld may keep what it worked out of them. A signature takes a third of the time then. */
const KEEP_PROCESSED = { tag: 'static' } as const;
const DID_CONTEXT = 'https://www.w3.org/ns/did/v1';

/**
 * Data Integrity proofs of the suites `eddsa-rdfc-2022` and `eddsa-jcs-2022` (W3C VC Data Integrity EdDSA 1.0). Contexts and keys are
 * local: nothing is ever fetched, and what is not known makes a proof fail.
 */
@Injectable()
export class CredentialProof {
  constructor(private readonly issuer: Issuer) {}

  /** Signs a document by both suites. `created` stands in the proofs: the same document and moment give the same signatures (RFC 8032). */
  async sign<Document extends Signable>(
    document: Document,
    created: Instant,
    given?: KnownKey,
  ): Promise<Signed<Document>> {
    const key = given ?? (await this.issuer.key());
    const signer = {
      id: key.id,
      algorithm: 'Ed25519' as const,
      sign: ({ data }: { data: Uint8Array }) => this.issuer.sign(data, key),
    };
    const now = new Date(created);
    const documentLoader = loaderOf(key);
    let signed: object = structuredClone(document);
    for (const cryptosuite of [rdfc, createSignCryptosuite()]) {
      const suite = new DataIntegrityProof({ signer, date: now, cryptosuite });
      signed = await issue({ credential: signed, suite, documentLoader, now });
    }
    return signed as Signed<Document>;
  }

  /**
   * Whether all proofs hold under the key that they name, which the caller has found among the issuer's. Status and validity are judged
   * apart, where "unknown" can be told from "no"; so the moment of the check is the beginning of the validity.
   */
  async holds(
    document: { readonly validFrom: string; readonly proof: Proof | readonly Proof[] },
    key: IssuerKey,
  ): Promise<boolean> {
    const { verified, results } = await verifyCredential({
      credential: structuredClone(document),
      suite: [rdfc, createVerifyCryptosuite()].map((cryptosuite) => new DataIntegrityProof({ cryptosuite })),
      documentLoader: loaderOf(key),
      now: new Date(document.validFrom),
      checkStatus: () => Promise.resolve({ verified: true }),
    });
    // The library is content with one good proof of a set; a set with a bad one was altered.
    return verified && results?.length === proofsOf(document).length && results.every((result) => result.verified);
  }
}

function loaderOf(key: IssuerKey) {
  return async (url: string) => {
    const context = contextByUrl(url);
    if (context !== undefined) return { ...loaded(url, context), ...KEEP_PROCESSED };
    if (url === key.id) return loaded(url, { '@context': MULTIKEY_CONTEXT, ...methodOf(key) });
    if (url === key.did) {
      const method = methodOf(key);
      const controller = { '@context': DID_CONTEXT, id: key.did, verificationMethod: [method] };
      return loaded(url, { ...controller, assertionMethod: [key.id] });
    }
    throw new Error(`not a document of the issuer: ${url.slice(0, 200)}`);
  };
}
