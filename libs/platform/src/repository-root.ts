import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `question-banks/` and the migrations, found upwards from this file: the same in sources and in `dist`. */
export function repositoryRoot(from: string = __dirname): string {
  if (existsSync(join(from, 'question-banks')) && existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('the installation is incomplete: question-banks/ was not found');
  return repositoryRoot(parent);
}
