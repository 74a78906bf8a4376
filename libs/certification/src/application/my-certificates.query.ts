import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Instant, type Principal } from '@hz/kernel';
import { CONFIG, type Config } from '@hz/platform';
import { CertificateNotReady, type MyCertificate } from '../contract';
import { statusAt, verificationUrl, type CertificateRecord } from '../domain/certificate-record';
import { CertificateRepository } from '../persistence/certificate.repository';
import { CertificateIntents } from './certificate-intents';
import { OwnCertificate } from './own-certificate';

/** A holder's own certificates. Somebody else's reads as not found (P9). */
@Injectable()
export class MyCertificates {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly own: OwnCertificate,
    private readonly certificates: CertificateRepository,
    private readonly intents: CertificateIntents,
    private readonly clock: Clock,
  ) {}

  async list(who: Principal): Promise<MyCertificate[]> {
    if (who.via !== 'login') return [];
    const now = this.clock.now();
    return (await this.certificates.ofPerson(who.personId)).map((record) => this.view(record, now));
  }

  /** The signed PDF. Throws CertificateNotFound, CertificateNotReady. */
  async pdf(who: Principal, number: string): Promise<Buffer> {
    const { pdfHash } = await this.own.of(who, number);
    const bytes = pdfHash === null ? null : await this.certificates.pdf(pdfHash);
    if (bytes === null) throw new CertificateNotReady({ number });
    return bytes;
  }

  private view(record: CertificateRecord, now: Instant): MyCertificate {
    const issued = record.issuedAt !== null;
    return {
      ...shownFields(record, now),
      verificationUrl: issued
        ? verificationUrl(this.config.publicUrl, record.number, this.intents.codeOf(record), record.qrPayload)
        : null,
    };
  }
}

/** What holder and staff both see. The day of issue is the one in the credential. */
export function shownFields(record: CertificateRecord, now: Instant) {
  const {
    number,
    holderName,
    title,
    level,
    issuedAt,
    intendedAt,
    expiresAt,
    revokedReason,
    statusReason,
    supersededBy,
  } = record;
  return {
    number,
    status: statusAt(record, now),
    holderName,
    title,
    level,
    issuedAt: issuedAt === null ? null : intendedAt,
    expiresAt,
    revokedReason,
    statusReason: statusReason ?? revokedReason,
    supersededBy,
  };
}
