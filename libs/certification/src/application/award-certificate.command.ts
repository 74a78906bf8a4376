import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, dangerouslySystem, type ResultId } from '@hz/kernel';
import { newId, Outbox, UnitOfWork } from '@hz/platform';
import { certificateIntended } from '../contract';
import { AchievementRepository } from '../persistence/achievement.repository';
import { AwardSourcesReader } from './award-sources';
import { CertificateIntents } from './certificate-intents';

/**
 * Awards the certificate when a released result completes a scheme: the achievement (one for each person and scheme version), the
 * number, and the exact bytes to be signed are recorded in one transaction, before anything is signed. A repeat changes nothing (P2).
 */
@Injectable()
export class AwardCertificate {
  constructor(
    private readonly sources: AwardSourcesReader,
    private readonly achievements: AchievementRepository,
    private readonly intents: CertificateIntents,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(resultId: ResultId): Promise<void> {
    const sources = await this.sources.of(resultId);
    if (sources === null) return;
    const { personId, schemeVersionId, award, achievedAt } = sources;
    const intendedAt = this.clock.now();
    await this.uow.run(async (tx) => {
      const id = newId();
      if (!(await this.achievements.add(tx, { id, personId, schemeVersionId, award, achievedAt }))) return;
      const number = await this.intents.record(tx, id, sources, intendedAt);
      const object = { type: 'certificate', id: number };
      await this.audit.record(tx, dangerouslySystem('award'), 'certification.certificate-awarded', object, {
        resultId,
      });
      await this.outbox.publish(tx, certificateIntended({ number }));
    });
  }
}
