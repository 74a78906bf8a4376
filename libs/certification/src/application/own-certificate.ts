import { Injectable } from '@nestjs/common';
import type { AccountId, PersonId, Principal } from '@hz/kernel';
import { CertificateNotFound } from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';
import { CertificateRepository } from '../persistence/certificate.repository';

/** A certificate for its holder; somebody else's reads as not found (P9). */
@Injectable()
export class OwnCertificate {
  constructor(private readonly certificates: CertificateRepository) {}

  /** Throws CertificateNotFound. */
  async of(who: Principal, number: string): Promise<CertificateRecord> {
    const record = await this.certificates.byNumber(number);
    if (record === null || who.via !== 'login' || record.personId !== who.personId) throw new CertificateNotFound();
    return record;
  }
}

/** The person and account behind a call that only people who signed in can make. */
export function signedIn(who: Principal): { personId: PersonId; accountId: AccountId } {
  if (who.via !== 'login') throw new TypeError('only a person who signed in gets here');
  return who;
}
