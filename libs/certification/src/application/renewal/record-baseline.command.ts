import { Injectable } from '@nestjs/common';
import { Schemes } from '@hz/competency';
import { Clock } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { AchievementReader } from '../../persistence/achievement-reader.repository';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { RenewalRepository } from '../../persistence/renewal.repository';
import { SkillPrintsReader } from './skill-prints';

/** Keeps what the skills of the role meant when a certificate was issued. A repeat changes nothing (P2). */
@Injectable()
export class RecordSkillBaseline {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly achievements: AchievementReader,
    private readonly renewals: RenewalRepository,
    private readonly schemes: Schemes,
    private readonly skills: SkillPrintsReader,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async run(number: string): Promise<void> {
    const certificate = await this.certificates.byNumber(number);
    if (certificate === null) return;
    const { schemeVersionId } = await this.achievements.byId(certificate.achievementId);
    const { roleId } = await this.schemes.versionById(schemeVersionId);
    const { prints } = await this.skills.ofRole(roleId);
    await this.uow.run(async (tx) => {
      if (certificate.replaces !== null && !(await this.renewals.isRenewal(tx, number))) {
        await this.renewals.copyBaseline(tx, certificate.replaces, number);
      }
      await this.renewals.addBaseline(tx, number, prints, this.clock.now());
    });
  }
}
