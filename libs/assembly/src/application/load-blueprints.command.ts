import { Injectable } from '@nestjs/common';
import { ContentFile, Schemes, yamlFilesIn, type ContentProblem } from '@hz/competency';
import { DomainError, type Principal, type SchemeVersionId } from '@hz/kernel';
import { z } from 'zod';
import { blueprintBodySchema } from '../contract';
import { EnsureBlueprint } from './ensure-blueprint.command';

const fileSchema = z.strictObject({ code: z.string(), scheme: z.string(), body: blueprintBodySchema });

export interface BlueprintsReport {
  readonly loaded: number;
  readonly problems: readonly ContentProblem[];
}

/** Publishes the blueprints in the files of a folder; a file names its scheme by code. A wrong file is reported, the rest is loaded. */
@Injectable()
export class LoadBlueprints {
  constructor(
    private readonly ensure: EnsureBlueprint,
    private readonly schemes: Schemes,
  ) {}

  async run(who: Principal, folder: string): Promise<BlueprintsReport> {
    const problems: ContentProblem[] = [];
    let loaded = 0;
    for (const { name, text } of yamlFilesIn(folder)) {
      const file = ContentFile.parse(name, text);
      const read = file.read(fileSchema);
      if (file.problems.length > 0 || !read.ok) {
        problems.push(...(read.ok ? file.problems : read.problems));
        continue;
      }
      try {
        const scheme = await this.schemes.byIdOrCode(read.value.scheme);
        await this.ensure.run(who, { ...read.value, schemeVersionId: scheme.versionId as SchemeVersionId });
        loaded += 1;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        problems.push(file.problem([], [error.message, ...error.fields.map(({ detail }) => detail)].join(' ')));
      }
    }
    return { loaded, problems };
  }
}
