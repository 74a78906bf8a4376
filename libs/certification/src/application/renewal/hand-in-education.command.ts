import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, type Principal } from '@hz/kernel';
import { newId, UnitOfWork } from '@hz/platform';
import { EducationDayNotCounted, TooManyEducationRecords, type EducationInput } from '../../contract';
import { isoDayInChina } from '../../domain/china-days';
import { EducationRepository } from '../../persistence/education.repository';
import { OwnCertificate } from '../own-certificate';
import { RenewalBasisReader } from './renewal-state';

const MOST_WAITING = 50;

/** A holder hands in continuing education for the own certificate. */
@Injectable()
export class HandInEducation {
  constructor(
    private readonly own: OwnCertificate,
    private readonly basis: RenewalBasisReader,
    private readonly education: EducationRepository,
    private readonly uow: UnitOfWork,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws CertificateNotFound, EducationDayNotCounted, TooManyEducationRecords. */
  async run(who: Principal, number: string, input: EducationInput): Promise<void> {
    const { achievementId, personId, ...certificate } = await this.own.of(who, number);
    const { countsFrom } = await this.basis.of({ achievementId, personId, ...certificate });
    const at = this.clock.now();
    if (input.completedOn < countsFrom || input.completedOn > isoDayInChina(at)) {
      throw new EducationDayNotCounted({ from: countsFrom, to: isoDayInChina(at) });
    }
    const id = newId<never>() as string;
    await this.uow.run(async (tx) => {
      const records = await this.education.lockOfAchievement(tx, achievementId);
      if (records.filter(({ status }) => status === 'waiting').length >= MOST_WAITING)
        throw new TooManyEducationRecords();
      await this.education.add(tx, { ...input, id, achievementId, personId, at });
      const object = { type: 'education-record', id };
      await this.audit.record(tx, who, 'certification.education-handed-in', object, { number, hours: input.hours });
    });
  }
}
