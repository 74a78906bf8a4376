import { Injectable } from '@nestjs/common';
import { canonicalJson } from '@hz/kernel';
import { anyCredentialSchema, type VerificationAnswer } from '../contract';
import { CheckCertificate } from './check-certificate.query';
import { ProofCheck } from './proof-check';
import { TokenProof } from './token-proof';

export type Presented = { readonly credential: object } | { readonly jwt: string };

/** Checks a credential that somebody was handed, in either form. It holds or not whatever order its fields came in. */
@Injectable()
export class PresentedCredential {
  constructor(
    private readonly check: CheckCertificate,
    private readonly proofs: ProofCheck,
    private readonly tokens: TokenProof,
  ) {}

  async run(presented: Presented): Promise<VerificationAnswer> {
    const proof =
      'jwt' in presented
        ? await this.tokens.run(presented.jwt)
        : await this.proofs.run(canonicalJson(presented.credential), anyCredentialSchema);
    return this.check.presented(proof);
  }
}
