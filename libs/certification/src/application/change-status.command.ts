import { Injectable } from '@nestjs/common';
import { Clock, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { CertificateNotFound, type StatusChangeKind } from '../contract';
import { CertificateRepository } from '../persistence/certificate.repository';
import { StatusWriter } from './status-writer';

/** Suspends, reinstates or revokes a certificate for a reason. A repeat changes nothing (P2). */
@Injectable()
export class ChangeCertificateStatus {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly statuses: StatusWriter,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Throws CertificateNotFound, CertificateCannotBecome. */
  async run(
    who: Principal,
    number: string,
    kind: Exclude<StatusChangeKind, 'supersede'>,
    reason: string,
  ): Promise<void> {
    await this.uow.run(async (tx) => {
      const certificate = await this.certificates.lock(tx, number);
      if (certificate === null) throw new CertificateNotFound({ number });
      await this.statuses.change(tx, who, certificate, { kind, reason, at: this.clock.now() });
    });
  }
}
