import { Injectable } from '@nestjs/common';
import { CredentialProof, CredentialToken, Issuer } from '@hz/verification';
import type { Credential } from '@hz/verification/contract';
import { CredentialRefused } from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';
import { disclosed, everyDisclosure } from '../domain/disclosure';
import type { StoredVariant } from '../persistence/variant.repository';
import { fitForRelease, linted, type SignedVariant } from './release-check';

type Recorded = Pick<CertificateRecord, 'number' | 'unsignedBytes' | 'intendedAt'>;

/** Signs what was recorded, in every form in which it is given out, and checks each before anybody sees it. */
@Injectable()
export class CredentialSigning {
  constructor(
    private readonly proof: CredentialProof,
    private readonly token: CredentialToken,
    private readonly issuer: Issuer,
  ) {}

  /** The same record gives the same bytes under the same key. The first form says everything. Throws CredentialRefused. */
  async sign({ number, unsignedBytes, intendedAt }: Recorded): Promise<readonly SignedVariant[]> {
    const whole = linted(number, unsignedBytes);
    const key = await this.issuer.key();
    const signed: SignedVariant[] = [];
    for (const [disclosure, unsigned] of everyDisclosure(whole)) {
      const credential = await this.proof.sign(unsigned, intendedAt, key);
      const variant = { disclosure, credential, token: await this.token.sign(unsigned, key) };
      signed.push(await fitForRelease(number, unsigned, variant, key.publicKey));
    }
    return signed;
  }

  /**
   * What was signed before, from its stored bytes, checked as if it were new under the key that it names: after a change of keys, what is
   * published already stays as it is. Throws CredentialRefused.
   */
  async reread(
    { number, unsignedBytes }: Recorded,
    stored: readonly StoredVariant[],
  ): Promise<readonly SignedVariant[]> {
    const whole = linted(number, unsignedBytes);
    const checked: SignedVariant[] = [];
    for (const { disclosure, credential: text, token } of stored) {
      const credential = JSON.parse(text) as Credential;
      const key = await this.issuer.keyById(credential.proof[0].verificationMethod);
      if (key === null) throw new CredentialRefused({ number, disclosure, step: 'key' });
      const variant = { disclosure, credential, token };
      checked.push(await fitForRelease(number, disclosed(whole, disclosure), variant, key.publicKey));
    }
    return checked;
  }
}
