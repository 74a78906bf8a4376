import { Injectable } from '@nestjs/common';
import { canonicalJson, instant, type Instant } from '@hz/kernel';
import type { z } from 'zod';
import { proofsOf, type CheckOutcome, type Proof } from '../contract';
import { CredentialProof } from './credential-proof';
import { Issuer, type KnownKey } from './issuer';

/** Documents in memory, of about 30 KB each with their text. */
const REMEMBERED = 2_000;

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
  readonly issuer: string | { readonly id: string };
  readonly validFrom: string;
  readonly proof: Proof | readonly Proof[];
}

const ALTERED = { issuer: 'unknown', signature: 'failed', document: null, key: null, signedAt: null } as const;
const NOT_CHECKED = { issuer: 'unknown', signature: 'unknown', document: null, key: null, signedAt: null } as const;

/** A document whose proof held, and by which key. */
interface Proven {
  readonly schema: z.ZodType;
  readonly document: SignedDocument;
  readonly publicKey: string;
}

/**
 * Checks stored documents byte for byte: they must be in canonical form, hold what their schema allows and nothing else, name a key of
 * the issuer, and carry a proof that holds. What a text proved is remembered; what is known of its key is asked each time.
 */
@Injectable()
export class ProofCheck {
  private readonly proven = new Map<string, Proven>();

  constructor(
    private readonly issuer: Issuer,
    private readonly proof: CredentialProof,
  ) {}

  async run<Document extends SignedDocument>(text: string, schema: z.ZodType<Document>): Promise<ProofFound<Document>> {
    const before = this.proven.get(text);
    const document = before?.schema === schema ? (before.document as Document) : readExactly(text, schema);
    if (document === null) return ALTERED;
    const { verificationMethod, created } = proofsOf(document)[0]!;
    try {
      const key = await this.issuer.keyById(verificationMethod);
      const issuerId = typeof document.issuer === 'string' ? document.issuer : document.issuer.id;
      if (key === null || key.did !== issuerId) return { ...ALTERED, issuer: 'failed' };
      if (before?.document !== document || before.publicKey !== key.publicKey) {
        if (!(await this.proof.holds(document, key))) return { ...ALTERED, issuer: 'passed' };
        this.remember(text, { schema, document, publicKey: key.publicKey });
      }
      return { issuer: 'passed', signature: 'passed', document, key, signedAt: instant(Date.parse(created)) };
    } catch {
      // The key could not be looked up: that says nothing about the document.
      return NOT_CHECKED;
    }
  }

  private remember(text: string, proven: Proven): void {
    if (this.proven.size >= REMEMBERED) this.proven.delete(this.proven.keys().next().value!);
    this.proven.set(text, proven);
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
