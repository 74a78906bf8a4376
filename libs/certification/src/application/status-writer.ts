import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { actorOf, mayBecome, type CertificateNumber, type Instant, type Principal } from '@hz/kernel';
import { Outbox, type Tx } from '@hz/platform';
import { Publications } from '@hz/verification';
import {
  CERTIFICATE_LIFE,
  CertificateCannotBecome,
  certificateReinstated,
  certificateRevoked,
  certificateSuperseded,
  certificateSuspended,
  STATUS_AFTER,
  type StatusChangeKind,
} from '../contract';
import type { CertificateRecord } from '../domain/certificate-record';
import { CertificateRepository } from '../persistence/certificate.repository';
import { StatusChangeRepository } from '../persistence/status-change.repository';
import { CertificateLog } from './certificate-log';

export interface WantedChange {
  readonly kind: StatusChangeKind;
  readonly reason: string;
  readonly at: Instant;
  readonly successor?: CertificateNumber;
}

/**
 * Changes what a certificate is worth: in its record, in what is published, in the status lists and in the transparency log, with audit and
 * event, all in the caller's transaction or not at all.
 */
@Injectable()
export class StatusWriter {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly changes: StatusChangeRepository,
    private readonly publications: Publications,
    private readonly log: CertificateLog,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
  ) {}

  /** `certificate` is locked. A repeat changes nothing (P2). Throws CertificateCannotBecome. */
  async change(tx: Tx, who: Principal, certificate: CertificateRecord, wanted: WantedChange): Promise<void> {
    const { number, status: before } = certificate;
    const { kind, reason, at, successor = null } = wanted;
    const status = STATUS_AFTER[kind];
    if (before === status) return;
    if (!mayChange(before, kind)) throw new CertificateCannotBecome({ number, status: before, wanted: status });
    await this.certificates.markStatus(tx, number, { status, reason, at, successor });
    await this.publications.setStatus(tx, number, status, kind === 'reinstate' ? null : reason, successor);
    const opened = await this.log.changed(tx, { number, kind, successor, at });
    await this.changes.add(tx, { number, kind, reason, successor, at, by: actorOf(who), ...opened });
    const object = { type: 'certificate', id: number };
    const action = `certification.certificate-${status === 'valid' ? 'reinstated' : status}`;
    await this.audit.record(tx, who, action, object, { reason, ...(successor !== null && { successor }) });
    await this.outbox.publish(tx, eventOf(certificate, wanted));
  }
}

/** `issuing` becomes valid by being issued, and a suspended certificate is not replaced: that would end its suspension unseen. */
function mayChange(before: CertificateRecord['status'], kind: StatusChangeKind): boolean {
  if (kind === 'reinstate' && before !== 'suspended') return false;
  if (kind === 'supersede' && before === 'suspended') return false;
  return mayBecome(CERTIFICATE_LIFE, before, STATUS_AFTER[kind]);
}

function eventOf({ number, personId }: CertificateRecord, { kind, reason, at, successor }: WantedChange) {
  const changed = { number, personId, reason, at };
  switch (kind) {
    case 'suspend':
      return certificateSuspended(changed);
    case 'reinstate':
      return certificateReinstated(changed);
    case 'revoke':
      return certificateRevoked({ number, personId, reason });
    case 'supersede':
      if (successor === undefined) throw new TypeError('a superseded certificate has a successor');
      return certificateSuperseded({ ...changed, successor });
  }
}
