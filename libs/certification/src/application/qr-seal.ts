import { Injectable } from '@nestjs/common';
import type { CertificateNumber } from '@hz/kernel';
import { Issuer } from '@hz/verification';
import { qrBody, qrPayload, qrSignedBytes, type Credential } from '@hz/verification/contract';
import { isoDayInChina } from '../domain/china-days';

/** Signs what the QR code of a printed certificate says by itself: a copy of our site cannot make a forged one hold. */
@Injectable()
export class QrSeal {
  constructor(private readonly issuer: Issuer) {}

  async payloadOf(number: CertificateNumber, credential: Credential): Promise<string> {
    const key = await this.issuer.key();
    const { achievement, identifier } = credential.credentialSubject;
    const { statusReference, statusListIndex } = credential.credentialStatus;
    const body = qrBody({
      number,
      holderName: identifier[0]!.identityHash,
      title: { zh: achievement.name, en: credential.name },
      level: achievement.otherIdentifier[0].identifier,
      issuedDay: isoDayInChina(Date.parse(credential.validFrom)),
      expiresDay: isoDayInChina(Date.parse(credential.validUntil)),
      statusList: Number(statusReference.slice(statusReference.lastIndexOf('/') + 1)),
      statusIndex: Number(statusListIndex),
      keyId: key.keyId.slice(0, 8),
    });
    const origin = new URL(this.issuer.publicUrl).origin;
    return qrPayload(body, await this.issuer.sign(qrSignedBytes(origin, body), key));
  }
}
