import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type Principal } from '@hz/kernel';
import { newId, Outbox, UnitOfWork } from '@hz/platform';
import { appealFiled, CannotAppeal, type MyAppeal } from '../../contract';
import { appealableUntil, mayAppeal } from '../../domain/appeal';
import { AppealRepository, type Appeal } from '../../persistence/appeal.repository';
import { OwnCertificate } from '../own-certificate';

/** What the holder of a revoked certificate can do about it, and what came of it. */
@Injectable()
export class MyAppeals {
  constructor(
    private readonly own: OwnCertificate,
    private readonly appeals: AppealRepository,
    private readonly clock: Clock,
  ) {}

  /** Throws CertificateNotFound. */
  async run(who: Principal, number: string): Promise<MyAppeal> {
    const certificate = await this.own.of(who, number);
    const appeal = await this.appeals.ofNumber(number);
    return {
      number,
      may: mayAppeal(certificate, appeal !== null, this.clock.now()),
      until: certificate.revokedAt === null ? null : appealableUntil(certificate.revokedAt),
      appeal: appeal === null ? null : shownAppeal(appeal),
    };
  }
}

/** The holder of a revoked certificate appeals, once and in time. */
@Injectable()
export class FileAppeal {
  constructor(
    private readonly own: OwnCertificate,
    private readonly appeals: AppealRepository,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws CertificateNotFound, CannotAppeal. */
  async run(who: Principal, wanted: string, grounds: string): Promise<void> {
    const certificate = await this.own.of(who, wanted);
    const { number, personId } = certificate;
    const filedAt = this.clock.now();
    if (!mayAppeal(certificate, false, filedAt)) throw new CannotAppeal({ number });
    const id = newId<never>() as string;
    await this.uow.run(async (tx) => {
      const appeal = { id, number, personId, grounds, filedAt, decidedAt: null, decisionReason: null, newNumber: null };
      if (!(await this.appeals.add(tx, appeal))) throw new CannotAppeal({ number });
      await this.audit.record(tx, who, 'certification.appeal-filed', { type: 'appeal', id }, { number });
      await this.outbox.publish(tx, appealFiled({ appealId: id, number, personId }));
    });
  }
}

/** What both sides see. */
export function shownAppeal({ id, number, status, grounds, filedAt, decidedAt, decisionReason, newNumber }: Appeal) {
  return { id, number, status, grounds, filedAt, decidedAt, decisionReason, newNumber };
}
