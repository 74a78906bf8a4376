import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, mayBecome, type Principal } from '@hz/kernel';
import { Outbox, UnitOfWork } from '@hz/platform';
import { Publications } from '@hz/verification';
import { CERTIFICATE_LIFE, CertificateCannotBecome, CertificateNotFound, certificateRevoked } from '../contract';
import { CertificateRepository } from '../persistence/certificate.repository';

/** Revokes a certificate for a reason: here, in what is published, and in the status list, all at once. A repeat changes nothing (P2). */
@Injectable()
export class RevokeCertificate {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly publications: Publications,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws CertificateNotFound, CertificateCannotBecome. */
  async run(who: Principal, number: string, reason: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const certificate = await this.certificates.lock(tx, number);
      if (certificate === null) throw new CertificateNotFound({ number });
      const { status, personId } = certificate;
      if (status === 'revoked') return;
      if (!mayBecome(CERTIFICATE_LIFE, status, 'revoked')) {
        throw new CertificateCannotBecome({ number, status, wanted: 'revoked' });
      }
      await this.certificates.markRevoked(tx, certificate.number, reason, this.clock.now());
      await this.publications.setStatus(tx, number, 'revoked', reason);
      const object = { type: 'certificate', id: number };
      await this.audit.record(tx, who, 'certification.certificate-revoked', object, { reason });
      await this.outbox.publish(tx, certificateRevoked({ number: certificate.number, personId, reason }));
    });
  }
}
