import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Framework, Schemes } from '@hz/competency';
import { Clock, hashOf, type BlueprintId, type Principal, type SchemeVersionId } from '@hz/kernel';
import { newId, UnitOfWork } from '@hz/platform';
import { BlueprintNotSound, type BlueprintBody } from '../contract';
import { unknownNames } from '../domain/blueprint-check';
import { BlueprintRepository } from '../persistence/blueprint.repository';

export interface WantedBlueprint {
  readonly code: string;
  readonly schemeVersionId: SchemeVersionId;
  readonly body: BlueprintBody;
}

/** Publishes a blueprint. What stands already stays; what changed becomes the next version of its code (P5). */
@Injectable()
export class EnsureBlueprint {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly blueprints: BlueprintRepository,
    private readonly schemes: Schemes,
    private readonly framework: Framework,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Throws SchemeNotFound, BlueprintNotSound. */
  async run(who: Principal, { code, schemeVersionId, body }: WantedBlueprint): Promise<BlueprintId> {
    await this.refuseUnknownNames(schemeVersionId, body);
    const contentHash = hashOf({ schemeVersionId, body });
    return this.uow.run(async (tx) => {
      const newest = await this.blueprints.lockNewest(tx, code);
      if (newest?.status === 'published' && newest.contentHash === contentHash) return newest.id;
      const id = newId<BlueprintId>();
      const version = (newest?.version ?? 0) + 1;
      const row = {
        id,
        code,
        version,
        schemeVersionId,
        body,
        contentHash,
        status: 'published' as const,
        createdAt: this.clock.now(),
      };
      await this.blueprints.addNext(tx, row);
      await this.audit.record(tx, who, 'assembly.blueprint-published', { type: 'blueprint', id }, { code, version });
      return id;
    });
  }

  private async refuseUnknownNames(schemeVersionId: SchemeVersionId, body: BlueprintBody): Promise<void> {
    const [scheme, skills, overview] = await Promise.all([
      this.schemes.versionById(schemeVersionId),
      this.framework.skills(),
      this.framework.overview(),
    ]);
    const roles = overview.domains.flatMap(({ directions }) => directions.flatMap((direction) => direction.roles));
    const problems = unknownNames(body, {
      skills: new Set(skills.map(({ id }) => id)),
      components: scheme.body.components.map((component) => component.code),
      roles: new Set(roles.map(({ id }) => id)),
    });
    if (problems.length > 0) throw new BlueprintNotSound({ count: problems.length }, problems);
  }
}
