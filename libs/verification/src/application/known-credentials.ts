import { Injectable } from '@nestjs/common';
import { sha256Hex } from '@hz/kernel';
import { anyCredentialSchema, type AnyCredential } from '../contract';
import type { Matching } from '../persistence/matching.repository';
import { ProofCheck, type ProofFound } from './proof-check';

/** Credentials in memory, of about 10 KB each. */
const REMEMBERED = 2_000;

export interface KnownCredential {
  readonly stamp: string;
  readonly document: AnyCredential;
}

/**
 * The published credentials that were asked for last, by number: each as it was read and proven, with the stamp of its row. Whoever asks
 * learns the row's stamp, so that a row that was written since, by whomever, is read and proven again.
 */
@Injectable()
export class KnownCredentials {
  private readonly known = new Map<string, KnownCredential>();

  constructor(private readonly proofs: ProofCheck) {}

  find(number: string): KnownCredential | null {
    return this.known.get(number) ?? null;
  }

  /** What the proof of a credential says whose row was found with this text; no text where it still is the known one. */
  async proofOf(
    { number, stamp, credential, credentialHash }: Matching,
    known: KnownCredential | null,
  ): Promise<ProofFound<AnyCredential>> {
    if (credential === null) return this.proofs.again(known!.document);
    // It was published only after other code had found all of its proofs good; is it still that text?
    const by = sha256Hex(credential) === credentialHash ? 'quickest-proof' : 'all-proofs';
    const found = await this.proofs.run(credential, anyCredentialSchema, by);
    if (found.document !== null) this.remember(number, { stamp, document: found.document });
    return found;
  }

  private remember(number: string, known: KnownCredential): void {
    this.known.delete(number);
    if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value!);
    this.known.set(number, known);
  }
}
