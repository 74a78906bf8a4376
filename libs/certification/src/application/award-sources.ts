import { Injectable } from '@nestjs/common';
import { Framework, Schemes } from '@hz/competency';
import type { SchemeView } from '@hz/competency/contract';
import { Results, type ResultRecord } from '@hz/grading';
import { People, type PersonCard } from '@hz/identity';
import {
  latest,
  type Instant,
  type LocalizedText,
  type PersonId,
  type ResultId,
  type SchemeVersionId,
} from '@hz/kernel';
import { awardFor, type Award } from '../domain/award';

/** What an award rests on. */
export interface AwardSources {
  readonly personId: PersonId;
  readonly schemeVersionId: SchemeVersionId;
  readonly award: Award;
  readonly achievedAt: Instant;
  readonly scheme: SchemeView;
  readonly roleNo: number;
  readonly skills: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly card: PersonCard;
}

/** Gathers from the other contexts what a certificate says. */
@Injectable()
export class AwardSourcesReader {
  constructor(
    private readonly results: Results,
    private readonly schemes: Schemes,
    private readonly framework: Framework,
    private readonly people: People,
  ) {}

  /** Null while the person has not passed every component of the scheme version. */
  async of(resultId: ResultId): Promise<AwardSources | null> {
    const { personId, schemeVersionId } = await this.results.byId(resultId);
    const scheme = await this.schemes.versionById(schemeVersionId);
    const released = (await this.results.releasedOf(personId)).filter(
      (result) => result.schemeVersionId === schemeVersionId,
    );
    const award = awardFor(scheme.body, released);
    if (award === null) return null;
    const counted = released.filter(({ id }) => award.components.some((component) => component.resultId === id));
    const [role, skills, card] = await Promise.all([
      this.framework.role(scheme.roleId),
      this.namesOf(counted),
      this.people.card(personId),
    ]);
    const achievedAt = latest(...counted.map(({ releasedAt }) => releasedAt!));
    return { personId, schemeVersionId, award, achievedAt, scheme, roleNo: role.no, skills, card };
  }

  /** The skills that were examined, by id. */
  private async namesOf(results: readonly ResultRecord[]) {
    const examined = new Set(results.flatMap(({ skills }) => skills.map(({ skillId }) => skillId)));
    return (await this.framework.skills())
      .filter(({ id }) => examined.has(id))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}
