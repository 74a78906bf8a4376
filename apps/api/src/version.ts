import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@hz/platform';

/** The version of this build, from package.json. */
export const { version } = JSON.parse(readFileSync(join(repositoryRoot(), 'package.json'), 'utf8')) as {
  version: string;
};
