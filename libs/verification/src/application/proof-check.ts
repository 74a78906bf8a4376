import { Injectable } from '@nestjs/common';
import { canonicalJson, instant, type Instant } from '@hz/kernel';
import type { z } from 'zod';
import { proofsOf, type CheckOutcome, type Proof } from '../contract';
import { CredentialProof } from './credential-proof';
import { isProvenAsJson } from './independent-check';
import { Issuer, type KnownKey } from './issuer';

export interface ProofFound<Document> {
  readonly issuer: CheckOutcome;
  readonly signature: CheckOutcome;
  /** The signed document; null unless both hold. */
  readonly document: Document | null;
  /** The key of the proofs, where both hold, and when they say that they were made. */
  readonly key: KnownKey | null;
  readonly signedAt: Instant | null;
}

interface SignedDocument {
  readonly '@context': readonly string[];
  readonly issuer: string | { readonly id: string };
  readonly validFrom: string;
  readonly proof: Proof | readonly Proof[];
}

/** By all proofs that a document carries, or by the one that is computed quickest: for a text that was checked by all when it was stored. */
export type Thoroughness = 'all-proofs' | 'quickest-proof';

const ALTERED = { issuer: 'unknown', signature: 'failed', document: null, key: null, signedAt: null } as const;
const NOT_CHECKED = { issuer: 'unknown', signature: 'unknown', document: null, key: null, signedAt: null } as const;

/**
 * Checks stored documents byte for byte: they must be in canonical form, hold what their schema allows and nothing else, name a key of
 * the issuer, and carry a proof that holds. By which key a document was proven is remembered as long as the document; what is known of
 * that key is asked each time.
 */
@Injectable()
export class ProofCheck {
  /** Of documents whose proof held, the public key. */
  private readonly proven = new WeakMap<object, string>();

  constructor(
    private readonly issuer: Issuer,
    private readonly proof: CredentialProof,
  ) {}

  async run<Document extends SignedDocument>(
    text: string,
    schema: z.ZodType<Document>,
    by: Thoroughness = 'all-proofs',
  ): Promise<ProofFound<Document>> {
    const document = readExactly(text, schema);
    return document === null ? ALTERED : this.again(document, by);
  }

  /** For a document that `run` gave: its proof is not computed again, as long as its key is still the one that it was proven by. */
  async again<Document extends SignedDocument>(
    document: Document,
    by: Thoroughness = 'all-proofs',
  ): Promise<ProofFound<Document>> {
    const { verificationMethod, created } = proofsOf(document)[0]!;
    try {
      const key = await this.issuer.keyById(verificationMethod);
      const issuerId = typeof document.issuer === 'string' ? document.issuer : document.issuer.id;
      if (key === null || key.did !== issuerId) return { ...ALTERED, issuer: 'failed' };
      if (this.proven.get(document) !== key.publicKey) {
        if (!(await this.holds(document, key, by))) return { ...ALTERED, issuer: 'passed' };
        this.proven.set(document, key.publicKey);
      }
      return { issuer: 'passed', signature: 'passed', document, key, signedAt: instant(Date.parse(created)) };
    } catch {
      // The key could not be looked up: that says nothing about the document.
      return NOT_CHECKED;
    }
  }

  private async holds(document: SignedDocument, key: KnownKey, by: Thoroughness): Promise<boolean> {
    const quick = by === 'quickest-proof' ? await isProvenAsJson(document, key.publicKey) : null;
    return quick ?? this.proof.holds(document, key);
  }
}

/** The document in `text`; null when it is not the canonical JSON of one that the schema knows. */
function readExactly<Document>(text: string, schema: z.ZodType<Document>): Document | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = schema.safeParse(value);
  return parsed.success && canonicalJson(parsed.data) === text ? parsed.data : null;
}
