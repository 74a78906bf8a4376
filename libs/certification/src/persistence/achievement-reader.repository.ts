import { Injectable } from '@nestjs/common';
import type { Instant, PersonId, Points, SchemeVersionId } from '@hz/kernel';
import { fromSqlTime, UnitOfWork } from '@hz/platform';
import type { PassedComponent } from '../domain/award';

export interface StoredAchievement {
  readonly id: string;
  readonly personId: PersonId;
  readonly schemeVersionId: SchemeVersionId;
  readonly components: readonly PassedComponent[];
  readonly percent: Points;
  readonly achievedAt: Instant;
}

interface Raw {
  id: string;
  person_id: PersonId;
  scheme_version_id: SchemeVersionId;
  components: PassedComponent[];
  percent: Points;
  achieved_at: Date;
}

/** Achievements, for reading. */
@Injectable()
export class AchievementReader {
  constructor(private readonly uow: UnitOfWork) {}

  async byId(id: string): Promise<StoredAchievement> {
    const [row] = await this.uow.read.query<Raw[]>(
      'SELECT id, person_id, scheme_version_id, components, percent, achieved_at FROM certification.achievement WHERE id = $1',
      [id],
    );
    if (row === undefined) throw new Error(`no achievement ${id}`);
    return {
      id: row.id,
      personId: row.person_id,
      schemeVersionId: row.scheme_version_id,
      components: row.components,
      percent: row.percent,
      achievedAt: fromSqlTime(row.achieved_at),
    };
  }
}
