import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type Principal } from '@hz/kernel';
import { Outbox, UnitOfWork } from '@hz/platform';
import { educationDecided, EducationDecidedAlready, EducationNotFound, type EducationDecision } from '../../contract';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { EducationRepository } from '../../persistence/education.repository';
import { signedIn } from '../own-certificate';

/** Approves or refuses continuing education, once. */
@Injectable()
export class DecideEducation {
  constructor(
    private readonly education: EducationRepository,
    private readonly certificates: CertificateRepository,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws EducationNotFound, EducationDecidedAlready. */
  async run(who: Principal, id: string, { approve, reason }: EducationDecision): Promise<void> {
    const { accountId } = signedIn(who);
    await this.uow.run(async (tx) => {
      const record = await this.education.lock(tx, id);
      if (record === null) throw new EducationNotFound();
      if (record.status !== 'waiting') throw new EducationDecidedAlready();
      const status = approve ? ('approved' as const) : ('refused' as const);
      const why = reason === '' ? null : reason;
      await this.education.decide(tx, id, { status, reason: why, by: accountId, at: this.clock.now() });
      const object = { type: 'education-record', id };
      await this.audit.record(tx, who, `certification.education-${status}`, object, { reason: why });
      const [newest] = (await this.certificates.ofPerson(record.personId)).filter(
        ({ achievementId }) => achievementId === record.achievementId,
      );
      await this.outbox.publish(
        tx,
        educationDecided({
          recordId: id,
          personId: record.personId,
          number: newest!.number,
          approved: approve,
          reason: why,
        }),
      );
    });
  }
}
