import { Injectable } from '@nestjs/common';
import type { Reader } from '@hz/platform';
import { RoleNotFound, type FrameworkView, type RoleView, type SkillView } from '../contract';
import { FrameworkRepository } from '../persistence/framework.repository';

/** The competency framework, for reading. */
@Injectable()
export class Framework {
  constructor(private readonly repository: FrameworkRepository) {}

  async overview(read?: Reader): Promise<FrameworkView> {
    const { domains, directions, levels, roles } = await this.repository.overview(read);
    return {
      domains: domains.map((domain) => ({
        id: domain.id,
        name: domain.name,
        directions: directions
          .filter(({ domainId }) => domainId === domain.id)
          .map((direction) => ({
            id: direction.id,
            name: direction.name,
            roles: roles
              .filter(({ directionId }) => directionId === direction.id)
              .map(({ id, no, name, summary }) => ({ id, no, name, summary })),
          })),
      })),
      levels: levels.map(({ id, no, name, description }) => ({ id, no, name, description })),
    };
  }

  /** Every canonical skill, by id. */
  async skills(): Promise<SkillView[]> {
    return (await this.repository.skills()).map(({ id, kind, name, definition }) => ({ id, kind, name, definition }));
  }

  /** The ids of the skills that a role needs; empty for an unknown role. */
  async roleSkills(roleId: string): Promise<string[]> {
    const found = await this.repository.role(roleId);
    return [...new Set((found?.roleSkills ?? []).map(({ skillId }) => skillId))];
  }

  /** Throws RoleNotFound. */
  async role(id: string, read?: Reader): Promise<RoleView> {
    const found = await this.repository.role(id, read);
    if (found === null) throw new RoleNotFound({ role: id });
    const { role, headings, roleSkills, skills } = found;
    const skillById = new Map(skills.map((skill) => [skill.id, skill]));
    const viewOf = ({ skillId, emphasis }: { skillId: string; emphasis: number }) => {
      const { id: skill, kind, name, definition } = skillById.get(skillId)!;
      return { id: skill, kind, name, definition, emphasis };
    };
    return {
      id: role.id,
      no: role.no,
      name: role.name,
      directionId: role.directionId,
      summary: role.summary,
      duties: role.duties,
      headings: headings.map((heading) => ({
        id: heading.id,
        name: heading.name,
        skills: roleSkills.filter(({ headingId }) => headingId === heading.id).map(viewOf),
      })),
      added: roleSkills.flatMap((row) => (row.reason === null ? [] : [{ skill: viewOf(row), reason: row.reason }])),
    };
  }
}
