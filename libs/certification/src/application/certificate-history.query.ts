import { Injectable } from '@nestjs/common';
import { Clock } from '@hz/kernel';
import { CertificateNotFound, type CertificateHistory } from '../contract';
import { CertificateRepository } from '../persistence/certificate.repository';
import { StatusChangeRepository } from '../persistence/status-change.repository';
import { recordView } from './certificate-list.query';

/** One certificate with everything that happened to it, for the staff of the issuer. */
@Injectable()
export class CertificateHistories {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly changes: StatusChangeRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws CertificateNotFound. */
  async run(number: string): Promise<CertificateHistory> {
    const record = await this.certificates.byNumber(number);
    if (record === null) throw new CertificateNotFound({ number });
    const changes = await this.changes.ofNumber(number);
    return {
      ...recordView(record, this.clock.now()),
      replaces: record.replaces,
      logged: record.logEntry !== null,
      changes: changes.map(({ kind, reason, at, successor }) => ({ kind, reason, at, successor })),
    };
  }
}
