import { Injectable } from '@nestjs/common';
import { Framework } from '@hz/competency';
import { canonicalJson, sha256Hex, type LocalizedText } from '@hz/kernel';
import type { SkillPrints } from '../../domain/renewal';

/** The skills of a role with what they mean now. */
@Injectable()
export class SkillPrintsReader {
  constructor(private readonly framework: Framework) {}

  async ofRole(roleId: string): Promise<{ prints: SkillPrints; names: ReadonlyMap<string, LocalizedText> }> {
    const wanted = new Set(await this.framework.roleSkills(roleId));
    const skills = (await this.framework.skills()).filter(({ id }) => wanted.has(id));
    return {
      prints: Object.fromEntries(
        skills.map(({ id, name, definition }) => [id, sha256Hex(canonicalJson({ name, definition }))]),
      ),
      names: new Map(skills.map(({ id, name }) => [id, name])),
    };
  }
}
