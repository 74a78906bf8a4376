import { Injectable } from '@nestjs/common';
import type { Principal } from '@hz/kernel';
import { ChangeCertificateStatus } from './change-status.command';

/** Revokes a certificate for a reason: here, in what is published, in the status list and in the log, all at once. */
@Injectable()
export class RevokeCertificate {
  constructor(private readonly statuses: ChangeCertificateStatus) {}

  /** A repeat changes nothing (P2). Throws CertificateNotFound, CertificateCannotBecome. */
  run(who: Principal, number: string, reason: string): Promise<void> {
    return this.statuses.run(who, number, 'revoke', reason);
  }
}
