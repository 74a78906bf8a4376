import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { LEVELS, type Principal } from '@hz/kernel';
import { UnitOfWork } from '@hz/platform';
import { z } from 'zod';
import { brokenReferences, framework, type RoleEntry } from '../domain/framework-rows';
import { FrameworkRepository } from '../persistence/framework.repository';
import { ContentFile, yamlFilesIn, type ContentProblem } from './content-file';

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,79}$/);
const both = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const named = { id: slug, ...both.shape };
const emphasis = z.int().min(1).max(5);

const domainsFile = z.strictObject({
  domains: z.array(z.strictObject({ ...named, directions: z.array(z.strictObject(named)) })),
});
const levelsFile = z.strictObject({
  levels: z.array(z.strictObject({ ...named, id: z.enum(LEVELS), no: z.int().min(1).max(5), description: both })),
});
const skillsFile = z.strictObject({ skills: z.array(z.strictObject({ ...named, kind: slug, definition: both })) });
const roleFile = z.strictObject({
  ...named,
  no: z.int().min(1),
  direction: slug,
  summary: both,
  duties: z.array(both),
  skills: z.array(
    z.strictObject({ id: slug, heading: both, skills: z.array(z.strictObject({ skill: slug, emphasis })).min(1) }),
  ),
  additionalSkills: z.array(z.strictObject({ skill: slug, emphasis, from: both })).default([]),
});

export interface FrameworkReport {
  readonly roles: number;
  readonly skills: number;
  /** Rows that were written; 0 when the database held the same already. */
  readonly changed: number;
  readonly problems: readonly ContentProblem[];
}

/** Brings the framework in the database to the files of a folder. A role with a mistake is reported and passed over. Repeating it changes nothing. */
@Injectable()
export class LoadFramework {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: FrameworkRepository,
    private readonly audit: AuditTrail,
  ) {}

  async run(who: Principal, folder: string): Promise<FrameworkReport> {
    const { entries, problems } = readFramework(folder);
    const rows = framework(entries);
    const changed = await this.uow.run(async (tx) => {
      const count = await this.repository.bringTo(tx, rows);
      if (count > 0) {
        await this.audit.record(
          tx,
          who,
          'competency.framework-loaded',
          { type: 'framework', id: 'framework' },
          { rows: count },
        );
      }
      return count;
    });
    return { roles: rows.roles.length, skills: rows.skills.length, changed, problems };
  }
}

function readFramework(folder: string) {
  const problems: ContentProblem[] = [];
  const files = new Map(yamlFilesIn(folder).map(({ name, text }) => [name, ContentFile.parse(name, text)]));
  const read = <Schema extends z.ZodType>(name: string, schema: Schema): z.infer<Schema> | null => {
    const file = files.get(name);
    if (file === undefined) {
      problems.push({ file: name, line: 1, message: 'the file is missing' });
      return null;
    }
    const result = file.problems.length > 0 ? { ok: false as const, problems: file.problems } : file.read(schema);
    if (result.ok) return result.value;
    problems.push(...result.problems);
    return null;
  };
  const domains = read('domains.yaml', domainsFile)?.domains ?? [];
  const levels = read('levels.yaml', levelsFile)?.levels ?? [];
  const skills = read('skills.yaml', skillsFile)?.skills ?? [];
  const roles: RoleEntry[] = [];
  for (const name of [...files.keys()].filter((file) => file.startsWith('roles/'))) {
    const role = read(name, roleFile);
    const broken = role === null ? [] : brokenReferences(role, { domains, skills });
    problems.push(...broken.map((message) => files.get(name)!.problem([], message)));
    if (role !== null && broken.length === 0) roles.push(role);
  }
  return { entries: { domains, levels, skills, roles }, problems };
}
