import { Injectable } from '@nestjs/common';
import type { Instant, PersonId, SchemeVersionId } from '@hz/kernel';
import { sqlTime, type Tx } from '@hz/platform';
import type { Award } from '../domain/award';

export interface Achievement {
  readonly id: string;
  readonly personId: PersonId;
  readonly schemeVersionId: SchemeVersionId;
  readonly award: Award;
  readonly achievedAt: Instant;
}

@Injectable()
export class AchievementRepository {
  /** False when the person has the achievement of this scheme version already (P2). */
  async add(tx: Tx, { id, personId, schemeVersionId, award, achievedAt }: Achievement): Promise<boolean> {
    const added = await tx.query<object[]>(
      `INSERT INTO certification.achievement (id, person_id, scheme_version_id, components, percent, achieved_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT one_achievement_per_person_and_scheme_version DO NOTHING RETURNING id`,
      [id, personId, schemeVersionId, JSON.stringify(award.components), award.percent, sqlTime(achievedAt)],
    );
    return added.length > 0;
  }
}
