import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@hz/audit';
import { Clock, hashOf, LEVELS, type Principal } from '@hz/kernel';
import { UnitOfWork, type Tx } from '@hz/platform';
import { z } from 'zod';
import { schemeBodySchema } from '../contract';
import { SchemeRepository } from '../persistence/scheme.repository';
import { ContentFile, yamlFilesIn, type ContentProblem } from './content-file';
import { Framework } from './framework';

const slug = z.string().regex(/^[a-z][a-z0-9-]{1,79}$/);
const headSchema = z.object({ code: slug, role: slug, level: z.enum(LEVELS) });
const listSchema = z.object({ schemes: z.array(z.unknown()) });

export interface SchemesReport {
  readonly loaded: number;
  readonly published: number;
  readonly problems: readonly ContentProblem[];
}

interface SchemeEntry {
  readonly head: z.infer<typeof headSchema>;
  readonly body: z.infer<typeof schemeBodySchema>;
}

/** Publishes the schemes in the files of a folder. What is published already stays; what changed becomes the next version (P5). */
@Injectable()
export class LoadSchemes {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly repository: SchemeRepository,
    private readonly framework: Framework,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(who: Principal, folder: string): Promise<SchemesReport> {
    const roles = new Set(
      (await this.framework.overview()).domains
        .flatMap(({ directions }) => directions.flatMap((direction) => direction.roles))
        .map(({ id }) => id),
    );
    const { entries, problems } = readSchemes(folder, roles);
    let published = 0;
    for (const entry of entries) {
      if (await this.uow.run((tx) => this.publish(tx, who, entry))) published += 1;
    }
    return { loaded: entries.length, published, problems };
  }

  /** Whether a new version was made. */
  private async publish(tx: Tx, who: Principal, { head, body }: SchemeEntry): Promise<boolean> {
    const { scheme, newest } = await this.repository.lock(tx, { ...head, roleId: head.role });
    const contentHash = hashOf(body);
    if (newest?.status === 'published' && newest.contentHash === contentHash) return false;
    const version = (newest?.version ?? 0) + 1;
    const id = await this.repository.publishNext(tx, scheme.id, { version, body, contentHash, at: this.clock.now() });
    await this.audit.record(
      tx,
      who,
      'competency.scheme-published',
      { type: 'scheme-version', id },
      { code: head.code, version, contentHash },
    );
    return true;
  }
}

function readSchemes(folder: string, roles: ReadonlySet<string>) {
  const entries: SchemeEntry[] = [];
  const problems: ContentProblem[] = [];
  for (const { name, text } of yamlFilesIn(folder)) {
    const file = ContentFile.parse(name, text);
    const list = file.read(listSchema);
    if (file.problems.length > 0 || !list.ok) {
      problems.push(...file.problems, ...(list.ok ? [] : list.problems));
      continue;
    }
    list.value.schemes.forEach((_, index) => {
      const head = file.read(headSchema, ['schemes', index]);
      const body = file.read(schemeBodySchema, ['schemes', index]);
      if (!head.ok || !body.ok) {
        problems.push(...(head.ok ? [] : head.problems), ...(body.ok ? [] : body.problems));
      } else if (!roles.has(head.value.role)) {
        problems.push(file.problem(['schemes', index, 'role'], `there is no role ${head.value.role}`));
      } else {
        entries.push({ head: head.value, body: body.value });
      }
    });
  }
  return { entries, problems };
}
