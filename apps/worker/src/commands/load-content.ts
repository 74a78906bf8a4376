import { join } from 'node:path';
import { LoadBlueprints } from '@hz/assembly';
import { LoadFramework, LoadSchemes, type ContentProblem } from '@hz/competency';
import { LoadBanks } from '@hz/item-bank';
import { dangerouslySystem } from '@hz/kernel';
import { repositoryRoot, type Config } from '@hz/platform';
import { within } from '../worker.module';

/** Loads framework, schemes, banks and blueprints from `question-banks/`. What is wrong is listed by file and line; the rest is loaded. */
export function loadContent(config: Config): Promise<number> {
  const folder = join(repositoryRoot(), 'question-banks');
  const who = dangerouslySystem('load-content');
  return within(config, async (app) => {
    const framework = await app.get(LoadFramework).run(who, join(folder, 'framework'));
    const schemes = await app.get(LoadSchemes).run(who, join(folder, 'schemes'));
    const banks = await app.get(LoadBanks).run(who, folder);
    const blueprints = await app.get(LoadBlueprints).run(who, join(folder, 'blueprints'));
    const problems = [framework, schemes, banks, blueprints].flatMap((report) => [...report.problems]);
    console.log(
      `题库 / Content: ${framework.roles} roles, ${framework.skills} skills, ${schemes.loaded} schemes, ${banks.loaded} items (${banks.published} new), ${problems.length} problems`,
    );
    for (const problem of problems) console.error(`  ${lineOf(problem)}`);
    return 0;
  });
}

function lineOf({ file, line, message }: ContentProblem): string {
  return `${file}:${line}: ${message}`;
}
