import type { Level, LocalizedText } from '@hz/kernel';

/** The framework's files, as their schemas read them. */
export interface NamedEntry {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
}
export interface DomainEntry extends NamedEntry {
  readonly directions: readonly NamedEntry[];
}
export interface LevelEntry extends NamedEntry {
  readonly id: Level;
  readonly no: number;
  readonly description: LocalizedText;
}
export interface SkillEntry extends NamedEntry {
  readonly kind: string;
  readonly definition: LocalizedText;
}
export interface RoleEntry extends NamedEntry {
  readonly no: number;
  readonly direction: string;
  readonly summary: LocalizedText;
  readonly duties: readonly LocalizedText[];
  readonly skills: readonly {
    readonly id: string;
    readonly heading: LocalizedText;
    readonly skills: readonly { readonly skill: string; readonly emphasis: number }[];
  }[];
  readonly additionalSkills: readonly {
    readonly skill: string;
    readonly emphasis: number;
    readonly from: LocalizedText;
  }[];
}

export interface FrameworkEntries {
  readonly domains: readonly DomainEntry[];
  readonly levels: readonly LevelEntry[];
  readonly skills: readonly SkillEntry[];
  readonly roles: readonly RoleEntry[];
}

/** The same, as rows of the tables; keys are column names. */
export function framework(entries: FrameworkEntries) {
  const { domains, levels, skills, roles } = entries;
  return {
    domains: domains.map((domain, position) => ({ id: domain.id, position, name: nameOf(domain) })),
    directions: domains.flatMap((domain) =>
      domain.directions.map((direction, position) => ({
        id: direction.id,
        domain_id: domain.id,
        position,
        name: nameOf(direction),
      })),
    ),
    levels: levels.map((level) => ({
      id: level.id,
      no: level.no,
      name: nameOf(level),
      description: level.description,
    })),
    skills: skills.map((skill) => ({
      id: skill.id,
      kind: skill.kind,
      name: nameOf(skill),
      definition: skill.definition,
    })),
    roles: roles.map((role) => ({
      id: role.id,
      no: role.no,
      direction_id: role.direction,
      name: nameOf(role),
      summary: role.summary,
      duties: role.duties,
    })),
    headings: roles.flatMap((role) =>
      role.skills.map(({ id, heading }, position) => ({ id, role_id: role.id, position, name: heading })),
    ),
    roleSkills: roles.flatMap(skillsOfRole),
  };
}
export type FrameworkRows = ReturnType<typeof framework>;

function skillsOfRole(role: RoleEntry) {
  const under = role.skills.flatMap(({ id, skills }) =>
    skills.map(({ skill, emphasis }) => ({
      heading_id: id as string | null,
      skill_id: skill,
      emphasis,
      reason: null as LocalizedText | null,
    })),
  );
  const added = role.additionalSkills.map(({ skill, emphasis, from }) => ({
    heading_id: null,
    skill_id: skill,
    emphasis,
    reason: from,
  }));
  return [...under, ...added].map((row, position) => ({ role_id: role.id, position, ...row }));
}

/** What the entries name but nobody defines, in words; empty when all hangs together. */
export function brokenReferences(role: RoleEntry, entries: Pick<FrameworkEntries, 'domains' | 'skills'>): string[] {
  const skills = new Set(entries.skills.map(({ id }) => id));
  const directions = new Set(entries.domains.flatMap((domain) => domain.directions.map(({ id }) => id)));
  const named = [...role.skills.flatMap((heading) => heading.skills), ...role.additionalSkills].map(
    ({ skill }) => skill,
  );
  return [
    ...(directions.has(role.direction) ? [] : [`there is no direction ${role.direction}`]),
    ...named.filter((skill) => !skills.has(skill)).map((skill) => `there is no skill ${skill}`),
  ];
}

function nameOf({ zh, en }: NamedEntry): LocalizedText {
  return { zh, en };
}
