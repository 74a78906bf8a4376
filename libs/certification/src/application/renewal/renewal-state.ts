import { Injectable } from '@nestjs/common';
import { Schemes } from '@hz/competency';
import type { SchemeView } from '@hz/competency/contract';
import { Results } from '@hz/grading';
import { Clock, type ComponentCode, type LocalizedText } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import type { RenewalRule, RenewalView } from '../../contract';
import { statusAt, type CertificateRecord } from '../../domain/certificate-record';
import { isoDayInChina } from '../../domain/china-days';
import {
  countsFrom,
  deltaOf,
  hoursBalance,
  renewalObstacles,
  renewalWindow,
  renewedUntil,
  type Delta,
} from '../../domain/renewal';
import { AchievementReader, type StoredAchievement } from '../../persistence/achievement-reader.repository';
import { CertificateRepository } from '../../persistence/certificate.repository';
import { EducationRepository, type EducationRow } from '../../persistence/education.repository';
import { RenewalRepository } from '../../persistence/renewal.repository';
import { SchemePolicyRepository } from '../../persistence/scheme-policy.repository';
import { SkillPrintsReader } from './skill-prints';

/** What a renewal rests on, apart from the hours. */
export interface RenewalBasis {
  readonly rule: RenewalRule;
  readonly months: number;
  /** The first day on which continuing education counts. */
  readonly countsFrom: string;
  readonly delta: Delta;
  readonly names: ReadonlyMap<string, LocalizedText>;
  readonly titles: ReadonlyMap<ComponentCode, LocalizedText>;
}

/** Gathers what the renewal of a certificate depends on. */
@Injectable()
export class RenewalBasisReader {
  constructor(
    private readonly achievements: AchievementReader,
    private readonly renewals: RenewalRepository,
    private readonly policies: SchemePolicyRepository,
    private readonly schemes: Schemes,
    private readonly skills: SkillPrintsReader,
    private readonly results: Results,
  ) {}

  async of({ number, achievementId, intendedAt }: CertificateRecord): Promise<RenewalBasis> {
    const achievement = await this.achievements.byId(achievementId);
    const scheme = await this.currentScheme(achievement);
    const [policy, formerEnd, baseline, { prints, names }] = await Promise.all([
      this.policies.of(scheme.id),
      this.renewals.formerEnd(achievementId),
      this.renewals.baseline(number),
      this.skills.ofRole(scheme.roleId),
    ]);
    const rule = policy.renewal;
    const since = baseline?.recordedAt ?? intendedAt;
    const results = (await this.results.releasedOf(achievement.personId)).filter(
      ({ releasedAt }) => releasedAt !== null && releasedAt > since,
    );
    return {
      rule,
      months: scheme.body.registrationValidityMonths,
      countsFrom: isoDayInChina(countsFrom(achievement.achievedAt, formerEnd, rule)),
      delta: deltaOf(rule, {
        before: baseline?.skills ?? null,
        now: prints,
        achieved: achievement.components.map(({ code }) => code),
        wanted: scheme.body.components.map(({ code }) => code),
        results,
      }),
      names,
      titles: new Map(scheme.body.components.map(({ code, title }) => [code, title])),
    };
  }

  /** The scheme as it is now; where it is offered no more, as it was when the certificate was achieved. */
  private async currentScheme({ schemeVersionId }: StoredAchievement): Promise<SchemeView> {
    const achieved = await this.schemes.versionById(schemeVersionId);
    const current = (await this.schemes.published({ role: achieved.roleId, level: achieved.level })).find(
      ({ id }) => id === achieved.id,
    );
    return current ?? achieved;
  }
}

/** Where the renewal of a certificate stands. */
@Injectable()
export class RenewalStates {
  constructor(
    private readonly basis: RenewalBasisReader,
    private readonly certificates: CertificateRepository,
    private readonly renewals: RenewalRepository,
    private readonly education: EducationRepository,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async of(certificate: CertificateRecord): Promise<RenewalView> {
    const [basis, records, renewedAs, replacement] = await Promise.all([
      this.basis.of(certificate),
      this.education.ofAchievement(certificate.achievementId),
      this.renewals.renewedAs(certificate.number),
      this.uow.run((tx) => this.certificates.replacementOf(tx, certificate.number)),
    ]);
    return this.view(certificate, basis, records, { renewedAs, beingReplaced: replacement !== null });
  }

  view(
    certificate: CertificateRecord,
    basis: RenewalBasis,
    records: readonly EducationRow[],
    { renewedAs, beingReplaced }: { renewedAs: string | null; beingReplaced: boolean },
  ): RenewalView {
    const { rule, delta, months } = basis;
    const { number, expiresAt } = certificate;
    const now = this.clock.now();
    const status = statusAt(certificate, now);
    const hours = hoursBalance(rule.hours, records, basis.countsFrom);
    const ended = status === 'superseded' || status === 'revoked';
    return {
      number,
      expiresAt,
      ...renewalWindow(expiresAt, rule),
      renewedUntil: renewedUntil(expiresAt, now, months),
      rule,
      hours,
      countsFrom: basis.countsFrom,
      delta: {
        changed: delta.changed.map(({ id, shown }) => ({ id, shown, name: basis.names.get(id) ?? { zh: id } })),
        components: delta.components.map(({ code, passed }) => ({
          code,
          passed,
          title: basis.titles.get(code) ?? { zh: code },
        })),
      },
      obstacles: renewalObstacles({
        ...{ status, expiresAt, rule, hours, delta, now },
        beingReplaced: beingReplaced && !ended,
      }),
      records: records.map((record) => ({ ...record })),
      renewedAs,
    };
  }
}
